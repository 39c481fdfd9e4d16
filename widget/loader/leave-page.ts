/** So long the chat has, covered already, to tell the service that its caller leaves: it goes with the page. Milliseconds. */
const lastWordMs = 50;

/**
 * Leaves the host page for a neutral one, in the order of S3: cover first, then go, without waiting for the network; once,
 * whoever else asks for it. The page's entry in the history is replaced; its title goes at once, because a slow line keeps it
 * in view.
 */
export function leavePage(cover: HTMLElement, url: string): void {
  if (!cover.hidden) return;
  const title = document.title;
  cover.hidden = false;
  document.title = '\u200B';
  // A page kept for Back would come back covered and dead.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    cover.hidden = true;
    document.title = title;
  });
  setTimeout(() => {
    location.replace(url);
  }, lastWordMs);
}
