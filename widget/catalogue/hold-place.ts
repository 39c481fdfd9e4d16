/**
 * Keeps the component that a link led to at the top, below the bar, while frames above it load and grow; until somebody
 * moves the page themselves. Not every browser does so by itself, and none knows how high the bar is.
 */
export function holdPlace(root: HTMLElement): void {
  let held = targetOf(location.hash);
  const hold = (): void => {
    const bar = root.querySelector('header')?.getBoundingClientRect().height ?? 0;
    document.documentElement.style.scrollPaddingBlockStart = `${bar}px`;
    held?.scrollIntoView();
  };
  const release = (): void => {
    held = null;
  };
  for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    window.addEventListener(kind, release, { passive: true });
  }
  // A link is followed after the press on it.
  root.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null) held = targetOf(link.hash);
  });
  window.addEventListener('hashchange', () => {
    held = targetOf(location.hash);
    hold();
  });
  new ResizeObserver(hold).observe(root);
}

function targetOf(hash: string): HTMLElement | null {
  return document.getElementById(hash.slice(1));
}
