import { render } from 'preact';

/** Takes everything off the screen, also what was only half painted and cannot be built upon. */
export function clearRoot(root: HTMLElement): void {
  try {
    render(null, root);
  } catch {
    // Broken components may break once more when they are taken away; their elements go all the same.
  }
  root.replaceChildren();
}
