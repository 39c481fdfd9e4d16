import { create } from './create-element.ts';
import type { LoaderTexts } from './texts.ts';

/** What is seen until the frame has painted: the way out, the emergency numbers, how it goes, and a way to close it. */
export type WaitLayer = {
  readonly layer: HTMLElement;
  readonly exit: HTMLAnchorElement;
  readonly close: HTMLButtonElement;
  readonly words: HTMLElement;
  /** Comes when the chat does not open, and stays for the next try, because the focus may be there. */
  readonly retry: HTMLButtonElement;
};

/** The id of the words, by which the panel is described. */
export const wordsId = 'words';

/** Makes the layer; like the frame's header, it begins with exit and emergency numbers, so that nothing jumps (R17, S1). */
export function createWaitLayer(texts: LoaderTexts, frameUrl: string): WaitLayer {
  const exit = create('a', { class: 'exit' }, texts.exit);
  const close = create('button', { class: 'close' }, texts.close);
  const words = create('p', { id: wordsId, role: 'status' });
  const retry = create('button', {}, texts.retry);
  const danger = create('p', {}, texts.danger);
  danger.append(call('101'), texts.or, call('112'));
  const layer = create('div', { class: 'wait' });
  const apart = create('a', { href: frameUrl, target: '_blank' }, texts.apart);
  layer.append(exit, danger, close, words, call('1712', texts.phone), retry, apart);
  return { layer, exit, close, words, retry };
}

function call(number: string, text = number): HTMLElement {
  return create('a', { href: `tel:${number}` }, text);
}
