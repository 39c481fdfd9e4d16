import type { LoaderTexts } from './texts.ts';
import type { WaitLayer } from './wait-layer.ts';

/** What the opening of the chat needs. */
export type OpeningParts = {
  readonly wait: WaitLayer;
  readonly texts: LoaderTexts;
  /** Loads a new frame in the old one's place. */
  readonly load: () => void;
  /** Whether the caller looks at it now, so that it is worth trying by itself. */
  readonly isWanted: () => boolean;
};

/** The way from the press of the button to a frame that works. */
export interface Opening {
  readonly isReady: () => boolean;
  /** Begins anew, with a new frame; whatever became of the old one. */
  readonly begin: () => void;
  /** The frame says that it is there. */
  readonly finish: () => void;
}

/** How long the frame may take until its place says that the chat does not open, milliseconds. It may still come after that. */
const patienceMs = 8_000;

/**
 * Keeps the frame unseen under the waiting layer until it is ready: the browser's own error page says nothing to a caller and
 * leads nowhere. Tries again at a press, and by itself when the browser is online again or shows a page it had kept for Back.
 */
export function createOpening({ wait, texts, load, isWanted }: OpeningParts): Opening {
  let isReady = false;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    isReady = false;
    wait.layer.hidden = false;
    wait.words.textContent = texts.loading;
    load();
    clearTimeout(patience);
    patience = setTimeout(() => {
      wait.words.textContent = texts.late;
      wait.retry.hidden = false;
    }, patienceMs);
  };
  const retry = (): void => {
    if (!isReady && isWanted()) begin();
  };
  wait.retry.addEventListener('click', retry);
  addEventListener('online', retry);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    isReady = false; // the frame has wiped itself when the page was left
    retry();
  });
  return {
    isReady: () => isReady,
    begin: () => {
      wait.retry.hidden = true;
      begin();
    },
    finish: () => {
      isReady = true;
      clearTimeout(patience);
      wait.layer.hidden = true;
      wait.words.textContent = ''; // it describes the panel, and would be read out with it
    },
  };
}
