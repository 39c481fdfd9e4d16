import { followShift } from '../page/follow-shift.ts';
import { followStatus } from '../page/follow-status.ts';
import { addElements, type LoaderElements } from './elements.ts';
import { exitUrlOfAttribute } from './exit-url.ts';
import { leavePage } from './leave-page.ts';
import { createPanel } from './panel.ts';
import { loaderTexts, type ButtonState, type LoaderTexts } from './texts.ts';

/**
 * The one script tag of the host page: a button that follows the status, and a panel with the frame (design 5.1, 5.2). The
 * tag may carry two attributes. `data-language` (`nl` or `en`) is the language of button and chat; without it, the caller's
 * browser chooses. `data-exit` is the page that a quick exit leads to while the chat is still loading; after that it is the
 * one that the frame names, which is the operator's.
 */
function start(script: HTMLScriptElement): void {
  const language = script.dataset['language'] ?? null;
  const texts = loaderTexts(language ?? navigator.language);
  const frameUrl = new URL('frame.html', script.src).href;
  const elements = addElements(texts, frameUrl);
  let exitUrl = exitUrlOfAttribute(script.dataset['exit']);
  let isLeaving = false;
  const leave = (url: string): void => {
    if (isLeaving) return;
    isLeaving = true;
    leavePage(elements.cover, url);
  };
  const ready = (configuredUrl: string): void => {
    exitUrl = configuredUrl;
  };
  const panel = createPanel(elements, { frameUrl, language, ready, leave });

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
      if (panel.requestExit()) leave(exitUrl);
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
