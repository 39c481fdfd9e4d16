/**
 * Keeps what fills the screen above an on-screen keyboard, where that covers the page without making it smaller: Safari shrinks and moves
 * the visual viewport only (S1). A zoom by two fingers is the caller's own, and nothing follows it.
 */
export function followKeyboard(element: HTMLElement): void {
  const viewport = globalThis.visualViewport;
  if (viewport === null) return;
  const fit = (): void => {
    const isCovered = innerHeight - viewport.height > 120 && viewport.scale < 1.1;
    element.style.cssText = isCovered
      ? `inset:${viewport.offsetTop}px 0 auto auto;height:${viewport.height}px`
      : '';
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
}
