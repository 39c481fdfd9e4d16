import type { Caller } from './caller.ts';
import type { ScreenReader } from './screen-reader.ts';

/** Where the tab key has stopped. */
export type FocusStop = {
  readonly role: string;
  readonly name: string;
  /** What is wrong with how it is seen; empty when nothing is. */
  readonly faults: readonly string[];
};

/** Where the focus is in the chat: its name as it is heard, and whether it is seen (2.4.7, 2.4.11). */
export async function focusStop(caller: Caller, reader: ScreenReader): Promise<FocusStop> {
  const frame = caller.page.frames()[1];
  if (frame === undefined) throw new Error('the chat is not open');
  const faults = await frame.evaluate(faultsOfFocus);
  const { nodes } = await reader.look();
  const { role, name } = nodes.findLast(({ isFocused }) => isFocused) ?? { role: 'none', name: '' };
  return { role, name, faults };
}

/** Runs in the page: waits until a scroll has been painted, and looks at what has the focus. */
async function faultsOfFocus(): Promise<readonly string[]> {
  for (let frames = 0; frames < 3; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const element = document.activeElement;
  if (element === null || element === document.body) return ['nothing has the focus'];
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isPressed = element.matches('a, button, input, select, textarea');
  const isRinged = element.matches(':focus-visible') && outlineStyle !== 'none' && outlineWidth !== '0px';
  const meets = (y: number): boolean => element.contains(document.elementFromPoint((left + right) / 2, y));
  // Of what is only read, like a log that is longer than the screen, a part is enough.
  const inView = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const tops = isPressed ? [top + 3, (top + bottom) / 2, bottom - 3] : [inView];
  return [
    ...(isRinged || element.matches('h1, h2') ? [] : ['no ring is seen']),
    ...(tops.every(meets)
      ? []
      : [`covered or cut off: ${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight}`]),
  ];
}
