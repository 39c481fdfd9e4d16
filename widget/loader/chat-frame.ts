import { parseFrameMessage, type FrameMessage, type LoaderMessage } from '../host-messages.ts';
import { create } from './create-element.ts';

/** The iframe of our own origin, and all that is said to and heard from it: by exact origin and window only. */
export interface ChatFrame {
  /** Begins anew, with a new frame in the old one's place. */
  readonly load: () => void;
  readonly focus: () => void;
  /** False when there is no frame yet. */
  readonly tell: (message: LoaderMessage) => boolean;
}

/**
 * What the frame may do. Popups for the links to mail and to the privacy page; the top page only by the caller's own
 * press, so that quick exit works even when the host page is busy.
 */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** Makes the frame's place in the panel; nothing is loaded yet. */
export function createChatFrame(
  panel: HTMLElement,
  url: string,
  hear: (message: FrameMessage) => void,
): ChatFrame {
  const origin = new URL(url).origin;
  let frame: HTMLIFrameElement | undefined;
  addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== frame?.contentWindow) return;
    const message = parseFrameMessage(event.data);
    if (message !== undefined) hear(message);
  });
  return {
    load: () => {
      frame?.remove();
      // By the referrer the frame knows which of its host pages it is in.
      frame = create('iframe', {
        class: 'frame',
        title: 'Chat',
        sandbox,
        referrerpolicy: 'origin',
        src: url,
      });
      panel.append(frame);
    },
    focus: () => frame?.focus(),
    tell: (message) => {
      frame?.contentWindow?.postMessage(message, origin);
      return frame !== undefined;
    },
  };
}
