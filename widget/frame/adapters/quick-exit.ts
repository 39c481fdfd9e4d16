import { exitMessage, type HostPage } from './host-page.ts';

/** What has to go, and where to. */
export type QuickExit = {
  readonly exitUrl: string;
  readonly host: HostPage | undefined;
  /** The host page leaves already: it asked for this. */
  readonly isHostLeaving: boolean;
  /** Takes every word out of the page and the memory. */
  readonly wipe: () => void;
  /** Tells the other tabs and the service; never waited for. */
  readonly tellOthers: () => void;
  /** For people who hear the screen. */
  readonly leavingText: string;
};

/**
 * Leaves at once, in the order of S3: cover, wipe, go, and only then tell the others. Nothing here waits for the network, and
 * a wipe that breaks holds nobody up.
 * The top page leaves by our own press where the browser allows it, and by the loader's hand in any case, so that a busy
 * host page does not hold anybody up. The page's entry in the history is replaced.
 */
export function exitQuickly(exit: QuickExit): void {
  coverPage(exit.leavingText);
  try {
    exit.wipe();
  } finally {
    if (!exit.isHostLeaving) {
      exit.host?.tell(exitMessage(exit.exitUrl));
      goTo(exit.exitUrl);
    }
    exit.tellOthers();
  }
}

function coverPage(leavingText: string): void {
  const cover = document.getElementById('cover');
  if (cover === null) return;
  cover.hidden = false;
  // A second change is announced more reliably than the first (GOV.UK, "Exit this page").
  const said = document.createElement('span');
  said.className = 'unseen';
  cover.replaceChildren(said);
  said.textContent = leavingText;
  document.title = '\u200B';
}

function goTo(url: string): void {
  try {
    globalThis.top?.location.replace(url);
  } catch {
    // The browser wants a press for that and saw none; the loader has the message.
  }
}

/**
 * Takes the words out of the page when it goes, because browsers may keep it for Back; if it is shown again, it begins
 * anew (S3, S7).
 */
export function wipeOnLeaving(wipe: () => void): void {
  addEventListener('pagehide', wipe);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}
