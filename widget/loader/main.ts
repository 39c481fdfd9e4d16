import { followShift } from '../page/follow-shift.ts';
import { followStatus } from '../page/follow-status.ts';
import { createButton } from './button.ts';
import { isForeignSite, readState } from './button-state.ts';
import { addElements } from './elements.ts';
import { leavePage } from './leave-page.ts';
import { createPanel } from './panel.ts';
import { readTagAttributes } from './tag-attributes.ts';
import { loaderTexts } from './texts.ts';

/**
 * The one script tag of the host page: a button that follows the status, and a panel with the frame (design 5.1, 5.2). The
 * tag may carry three attributes. `data-language` (`nl`, `en` or `fr`) is the language of button and chat; without it, the
 * caller's browser chooses, and what the caller chose in the chat goes before both there. `data-audience` (`child`) gives the
 * chat its words for children (R3). `data-exit` is the page that a quick exit leads to while the chat is still loading; after
 * that it is the one that the frame names, which is the administrator's.
 */
function start({ dataset, src }: HTMLScriptElement): void {
  if (document.querySelector('helpline-chat') !== null) {
    warn('loaded twice: remove one script tag.');
    return;
  }
  const { language, audience, exitUrl } = readTagAttributes(dataset, warn);
  const texts = loaderTexts(language ?? navigator.language);
  const address = language === null ? 'frame.html' : `frame.html?language=${language}`;
  const frameUrl = new URL(address + (audience === null ? '' : '#child'), src).href;
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
  followShift({
    counted: panel.tellShift,
    timedOut: () => {
      panel.tellShift(0);
    },
    leave: () => {
      if (panel.tellShift(3)) leave(exit.href);
    },
  });
}

/** Tells whoever builds the host page what to mend. */
function warn(...words: readonly unknown[]): void {
  console.warn('1712 chat:', ...words);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script);
