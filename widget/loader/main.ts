import { addElements, type LoaderElements } from './elements.ts';
import { followShift } from './follow-shift.ts';
import { followStatus } from './follow-status.ts';
import { leavePage } from './leave-page.ts';
import { createPanel } from './panel.ts';
import { loaderTexts, type ButtonState, type LoaderTexts } from './texts.ts';

/** Where the page goes when the frame cannot say it: a page about the weather, the same for everybody (S3). */
const neutralUrl = 'https://www.meteo.be/';

/** The one script tag of the host page: a button that follows the status, and a panel with the frame (design 5.1, 5.2). */
function start(script: HTMLScriptElement): void {
  const language = script.dataset['language'] ?? null;
  const texts = loaderTexts(language ?? navigator.language);
  const frameUrl = new URL('frame.html', script.src).href;
  const elements = addElements(texts, frameUrl);
  let isLeaving = false;
  const leave = (url: string): void => {
    if (isLeaving) return;
    isLeaving = true;
    leavePage(elements.cover, url);
  };
  const panel = createPanel(elements, { frameUrl, language, leave });

  elements.launch.addEventListener('click', panel.open);
  followStatus({
    statusUrl: new URL('/api/status', script.src).href,
    streamUrl: new URL('/api/status/stream', script.src).href,
    tell: (value) => {
      showState(elements, texts, readState(value));
    },
  });
  followShift({
    counted: (presses) => {
      if (!elements.panel.hidden) elements.heard.textContent = presses === 1 ? texts.twoMore : texts.oneMore;
    },
    timedOut: () => {
      if (!elements.panel.hidden) elements.heard.textContent = texts.timedOut;
    },
    leave: () => {
      if (panel.requestExit()) leave(script.dataset['exit'] ?? neutralUrl);
    },
  });
}

/** The state of a status that came over the wire; anything unexpected is offline (R12). */
function readState(value: unknown): ButtonState {
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;
  return state === 'online' || state === 'busy' ? state : 'offline';
}

function showState(elements: LoaderElements, texts: LoaderTexts, state: ButtonState): void {
  const before = elements.launch.dataset['state'];
  if (before === state) return;
  elements.launch.dataset['state'] = state;
  elements.label.textContent = texts[state];
  if (before !== 'unknown') elements.heard.textContent = texts[state];
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && document.querySelector('helpline-chat') === null) {
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', () => {
      start(script);
    });
  } else {
    start(script);
  }
}
