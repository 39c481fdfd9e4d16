/**
 * Puts the focus where the screen begins, the composer in a conversation and the heading elsewhere, when nothing in the frame
 * has it: browsers take it away when the panel is hidden, and when the host page hands the frame its own focus (S14). The
 * heading is gone back to with the whole screen; a conversation stays where it was read.
 */
export function focusFirst(root: HTMLElement): void {
  if (root.contains(document.activeElement)) return;
  const first = root.querySelector<HTMLElement>('#composer, h1[tabindex]');
  if (first === null) return;
  first.focus({ preventScroll: true });
  if (first.id === 'composer') return;
  for (let each: Element | null = first; each !== null; each = each.parentElement) each.scrollTop = 0;
}
