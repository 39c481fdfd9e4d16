import { fullScreenQuery } from './style.ts';

/**
 * Makes the panel modal while it fills the screen: what lies behind it, unseen, can have no focus and is not read out
 * (WCAG 2.4.11). Beside it on a desktop the page stays in use. Answers with what is to be called when the panel opens or closes.
 */
export function createModality(panel: HTMLElement): () => void {
  const fullScreen = matchMedia(fullScreenQuery);
  const fit = (): void => {
    const isModal = fullScreen.matches && !panel.hidden;
    document.body.toggleAttribute('inert', isModal);
    panel.setAttribute('aria-modal', String(isModal));
  };
  fullScreen.addEventListener('change', fit);
  return fit;
}
