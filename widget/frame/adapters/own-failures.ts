/** Where the scripts of this build lie. */
const ownScripts = import.meta.url.replace(/[^/]*$/u, '');

/**
 * Calls back for every error in our own scripts that nobody caught. What a browser extension breaks is none of ours, and
 * ends nobody's conversation.
 */
export function followOwnFailures(hear: () => void): void {
  addEventListener('error', (event) => {
    if (event.filename.startsWith(ownScripts)) hear();
  });
  addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    if (reason instanceof Error && reason.stack?.includes(ownScripts) === true) hear();
  });
}
