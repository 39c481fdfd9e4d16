import { followShift } from '../page/follow-shift.ts';
import { followStatus } from '../page/follow-status.ts';
import { createButton } from './button.ts';
import { isForeignSite, readState } from './button-state.ts';
import { addElements, type LoaderElements } from './elements.ts';
import { leavePage } from './leave-page.ts';
import { createPanel, type Panel } from './panel.ts';
import { readTagAttributes } from './tag-attributes.ts';
import { loaderTexts, type LoaderTexts } from './texts.ts';

/**
 * The one script tag of the host page: a button that follows the status, and a panel with the frame (design 5.1, 5.2). The
 * tag may carry two attributes. `data-language` (`nl` or `en`) is the language of button and chat; without it, the caller's
 * browser chooses. `data-exit` is the page that a quick exit leads to while the chat is still loading; after that it is the
 * one that the frame names, which is the operator's.
 */
function start({ dataset, src }: HTMLScriptElement): void {
  if (document.querySelector('helpline-chat') !== null) {
    warn('loaded twice: remove one script tag.');
    return;
  }
  const { language, exitUrl } = readTagAttributes(dataset, warn);
  const texts = loaderTexts(language ?? navigator.language);
  const frameUrl = new URL(language === null ? 'frame.html' : `frame.html?language=${language}`, src).href;
  const elements = addElements(texts, frameUrl);
  const { host, cover, launch } = elements;
  const { exit } = elements.wait;
  const leave = (url: string): void => {
    if (host.isConnected) leavePage(cover, url);
  };
  const ready = (url: string): void => {
    exit.href = url;
  };
  ready(exitUrl);
  const button = createButton(elements, texts);
  const { conversation } = button;
  const panel = createPanel(elements, { frameUrl, texts, ready, conversation, leave });

  launch.addEventListener('click', panel.open);
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave(exit.href);
  });
  const stop = followStatus({
    statusUrl: new URL('/api/status', src).href,
    tell: (value) => {
      if (isForeignSite(value)) {
        stop();
        host.remove(); // nobody is shown a chat that this website does not have
        warn(value.error);
      } else {
        button.helpline(readState(value));
      }
    },
  });
  leaveByShift({ elements, texts, panel, leave });
}

/** Tells whoever builds the host page what to mend. */
function warn(...words: readonly unknown[]): void {
  console.warn('1712 chat:', ...words);
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
if (script instanceof HTMLScriptElement) start(script);
