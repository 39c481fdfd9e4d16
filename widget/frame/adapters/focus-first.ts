/**
 * Puts the focus where the screen begins, the composer in a conversation and the heading elsewhere, when nothing in the frame
 * has it: browsers take it away when the panel is hidden, and when the host page hands the frame its own focus (S14).
 */
export function focusFirst(root: HTMLElement): void {
  if (root.contains(document.activeElement)) return;
  root.querySelector<HTMLElement>('#composer, h1[tabindex]')?.focus({ preventScroll: true });
}
