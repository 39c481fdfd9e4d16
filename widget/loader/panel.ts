import {
  hostMessageType,
  parseFrameMessage,
  type FrameMessage,
  type LoaderMessage,
} from '../host-messages.ts';
import type { LoaderElements } from './elements.ts';

/** Where the frame is, and what it is told and may ask for. */
export type PanelSettings = {
  readonly frameUrl: string;
  /** Language tag of the script's attribute; null leaves it to the caller's browser. */
  readonly language: string | null;
  /** The frame is there, and says which neutral page a quick exit leads to. */
  readonly ready: (exitUrl: string) => void;
  /** The frame asks to leave for this neutral page. */
  readonly leave: (url: string) => void;
};

/** The panel with the frame in it. */
export interface Panel {
  readonly open: () => void;
  /** Tells the frame that Shift was pressed three times; false when there is no frame yet. */
  readonly requestExit: () => boolean;
}

/**
 * What the frame may do. Popups for the links to mail and to the privacy page; the top page only by the caller's own
 * press, so that quick exit works even when the host page is busy.
 */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** Makes the panel; the frame in it is loaded at the first opening only, so that reading the page costs nothing (R6). */
export function createPanel(elements: LoaderElements, settings: PanelSettings): Panel {
  const origin = new URL(settings.frameUrl).origin;
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;

  const tell = (message: LoaderMessage): void => frame?.contentWindow?.postMessage(message, origin);
  const tellOpen = (): void => {
    tell({ type: hostMessageType, name: 'open', language: settings.language });
  };
  const close = (): void => {
    elements.panel.hidden = true;
    elements.launch.hidden = false;
    elements.launch.focus();
  };
  const hear = (message: FrameMessage): void => {
    switch (message.name) {
      case 'ready':
        isReady = true;
        settings.ready(message.exitUrl);
        elements.wait.hidden = true;
        frame?.focus();
        tellOpen();
        return;
      case 'close':
        close();
        return;
      case 'exit':
        settings.leave(message.url);
    }
  };

  addEventListener('message', (event) => {
    if (frame === undefined || event.origin !== origin || event.source !== frame.contentWindow) return;
    const message = parseFrameMessage(event.data);
    if (message !== undefined) hear(message);
  });
  elements.close.addEventListener('click', close);
  followKeyboard(elements.panel);

  return {
    open: () => {
      elements.panel.hidden = false;
      elements.launch.hidden = true;
      if (frame === undefined) {
        frame = createFrame(settings.frameUrl, elements.panel.getAttribute('aria-label') ?? '');
        elements.panel.append(frame);
        elements.close.focus();
      } else if (isReady) {
        frame.focus();
        tellOpen();
      }
    },
    requestExit: () => {
      tell({ type: hostMessageType, name: 'exit-requested' });
      return frame !== undefined;
    },
  };
}

function createFrame(url: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = 'frame';
  frame.title = title;
  frame.setAttribute('sandbox', sandbox);
  frame.referrerPolicy = 'origin'; // by it the frame knows which of its host pages it is in
  frame.src = url;
  return frame;
}

/** Keeps a full-screen panel above a phone's keyboard, which covers the page without making it smaller (S1). */
function followKeyboard(panel: HTMLElement): void {
  const viewport = globalThis.visualViewport;
  if (viewport === null) return;
  const fit = (): void => {
    const isCovered = innerHeight - viewport.height > 120 && viewport.scale === 1;
    panel.style.setProperty('top', isCovered ? `${viewport.offsetTop}px` : '');
    panel.style.setProperty('bottom', isCovered ? 'auto' : '');
    panel.style.setProperty('height', isCovered ? `${viewport.height}px` : '');
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
}
