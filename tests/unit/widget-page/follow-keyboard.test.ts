import { afterEach, describe, expect, it } from '@jest/globals';
import { followKeyboard } from '../../../widget/page/follow-keyboard.ts';

/** A phone, as tall as its page is laid out. */
const tall = 664;

/** What the browser says of its visual viewport. */
type Seen = { readonly height: number; readonly offsetTop: number; readonly scale: number };

afterEach(() => {
  for (const name of ['visualViewport', 'innerHeight']) Reflect.deleteProperty(globalThis, name);
});

function followed() {
  const viewport = Object.assign(new EventTarget(), { height: tall, offsetTop: 0, scale: 1 });
  const style = { cssText: '' };
  Object.assign(globalThis, { visualViewport: viewport, innerHeight: tall });
  followKeyboard({ style } as unknown as HTMLElement);
  return {
    style,
    show: (seen: Partial<Seen>, event: 'resize' | 'scroll' = 'resize') => {
      Object.assign(viewport, seen);
      viewport.dispatchEvent(new Event(event));
    },
  };
}

describe('what fills the screen, under an on-screen keyboard', () => {
  it('is made as tall as what is left of the page, and follows where that is moved to', () => {
    const { style, show } = followed();
    show({ height: 330 });
    expect(style.cssText).toBe('inset:0px 0 auto auto;height:330px');
    show({ offsetTop: 210 }, 'scroll');
    expect(style.cssText).toBe('inset:210px 0 auto auto;height:330px');
  });

  it('is as it was when the keyboard goes', () => {
    const { style, show } = followed();
    show({ height: 330, offsetTop: 210 });
    show({ height: tall, offsetTop: 0 });
    expect(style.cssText).toBe('');
  });

  it('is not touched by the bars of the browser, nor by a zoom', () => {
    const { style, show } = followed();
    show({ height: tall - 90 });
    show({ height: tall / 2, offsetTop: 200, scale: 2 });
    expect(style.cssText).toBe('');
  });
});
