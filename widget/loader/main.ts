import { followShift } from '../page/follow-shift.ts';
import { followStatus } from '../page/follow-status.ts';
import { createButton } from './button.ts';
import { readState } from './button-state.ts';
import { addElements, type LoaderElements } from './elements.ts';
import { exitUrlOfAttribute } from './exit-url.ts';
import { leavePage } from './leave-page.ts';
import { createPanel, type Panel } from './panel.ts';
import { loaderTexts, type LoaderTexts } from './texts.ts';

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
  const { exit } = elements.wait;
  exit.href = exitUrlOfAttribute(script.dataset['exit']);
  const leave = (url: string): void => {
    leavePage(elements.cover, url);
  };
  const ready = (configuredUrl: string): void => {
    exit.href = configuredUrl;
  };
  const button = createButton(elements, texts);
  const { conversation } = button;
  const panel = createPanel(elements, { frameUrl, texts, language, ready, conversation, leave });

  elements.launch.addEventListener('click', panel.open);
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave(exit.href);
  });
  followStatus({
    statusUrl: new URL('/api/status', script.src).href,
    streamUrl: new URL('/api/status/stream', script.src).href,
    tell: (value) => {
      button.helpline(readState(value));
    },
  });
  leaveByShift({ elements, texts, panel, leave });
}

type ShiftParts = {
  readonly elements: LoaderElements;
  readonly texts: LoaderTexts;
  readonly panel: Panel;
  readonly leave: (url: string) => void;
};

/** Counts Shift in the host page; said only while the panel is open, in it (S2). */
function leaveByShift({ elements, texts, panel, leave }: ShiftParts): void {
  const say = (text: string): void => {
    if (!elements.panel.hidden) elements.heardInPanel.textContent = text;
  };
  followShift({
    counted: (presses) => {
      say(presses === 1 ? texts.twoMore : texts.oneMore);
    },
    timedOut: () => {
      say(texts.timedOut);
    },
    leave: () => {
      if (panel.requestExit()) leave(elements.wait.exit.href);
    },
  });
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
