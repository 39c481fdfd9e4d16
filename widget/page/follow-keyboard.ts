/** Keeps a full-screen panel above a phone's keyboard, which covers the page without making it smaller (S1). */
export function followKeyboard(panel: HTMLElement): void {
  const viewport = globalThis.visualViewport;
  if (viewport === null) return;
  const fit = (): void => {
    const isCovered = innerHeight - viewport.height > 120 && viewport.scale === 1;
    panel.style.cssText = isCovered ? `inset:${viewport.offsetTop}px 0 auto;height:${viewport.height}px` : '';
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
}
