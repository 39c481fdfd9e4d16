import { clearRoot } from './clear-root.ts';
import type { Store } from './store.ts';

/** What is left to work with when something of our own broke. */
export type FailClosedParts = {
  readonly root: HTMLElement;
  readonly store: Store;
  readonly stopCrypto: () => void;
};

/**
 * What is done about an error that nobody expected: the worker stops, so that nothing more is encrypted or sent, and the
 * caller sees that it cannot go on, with the words that were not sent and the other doors (design 5, fail closed). When even
 * that cannot be painted, the page as it was without a script comes back: the exit, the emergency numbers, telephone, mail.
 */
export function createFailClosed({ root, store, stopCrypto }: FailClosedParts): () => void {
  const plain = [...root.childNodes];
  return () => {
    try {
      stopCrypto();
      clearRoot(root);
      store.tell({ kind: 'frame-broke' });
    } catch {
      clearRoot(root);
      root.classList.add('has-failed'); // frame.css: nothing more will come in its place
      root.append(...plain);
    }
  };
}
