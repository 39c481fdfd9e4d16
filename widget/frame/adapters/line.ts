/** Where the browser says that its line goes, comes, or may be another one than before. */
export type LineSources = {
  /** Tells `offline` and `online` (HTML), and `pageshow` when a page is shown again. */
  readonly window: Pick<EventTarget, 'addEventListener'>;
  /** Tells `visibilitychange`, and `resume` after a freeze (Page Lifecycle). */
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>;
};

/**
 * One place that tells `offline` and `online`. A phone that slept has lost its connections without a word, so that being looked
 * at again counts as `online`: nobody waits for an answer that cannot come, or for the end of a long pause (R29).
 */
export function followLine({ window, document }: LineSources): EventTarget {
  const line = new EventTarget();
  const pass = (name: 'offline' | 'online') => (): void => {
    line.dispatchEvent(new Event(name));
  };
  const isBack = pass('online');
  window.addEventListener('offline', pass('offline'));
  window.addEventListener('online', isBack);
  window.addEventListener('pageshow', isBack);
  document.addEventListener('resume', isBack);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') isBack();
  });
  return line;
}
