/**
 * In the overview no example takes the focus or scrolls as it appears: the page would go where the last one is. A frame that
 * somebody works in behaves as ever.
 */
export function keepOverviewStill(): void {
  if (window.parent === window) return;
  let isWorkedIn = false;
  for (const kind of ['pointerdown', 'keydown']) {
    window.addEventListener(kind, () => (isWorkedIn = true), { capture: true, once: true });
  }
  const moves: Moves = HTMLElement.prototype;
  const { focus, scrollIntoView } = moves;
  moves.focus = function focusOnceWorkedIn(options) {
    if (isWorkedIn) focus.call(this, options);
  };
  moves.scrollIntoView = function scrollOnceWorkedIn(options) {
    if (isWorkedIn) scrollIntoView.call(this, options);
  };
}

/** How an element moves the page it is in. */
type Moves = {
  focus: (this: HTMLElement, options?: FocusOptions) => void;
  scrollIntoView: (this: HTMLElement, options?: boolean | ScrollIntoViewOptions) => void;
};
