/**
 * The only `postMessage` contract between the host page's loader and the frame. Every message is an envelope with this
 * `type`; both sides check the exact origin first and drop whatever does not parse.
 */
export const hostMessageType = 'be.1712.helpline';

/** Frame to loader. */
export type FrameMessage =
  /** The frame has painted its first screen; `url` is the neutral page that a quick exit leads to from now on (S3). */
  | { readonly type: typeof hostMessageType; readonly name: 'ready'; readonly url: string }
  /** The caller closed the panel; the conversation, if any, is over or goes on hidden. */
  | { readonly type: typeof hostMessageType; readonly name: 'close' }
  /** Whether there is a conversation to come back to, and how much of it was not seen yet; null when there is none. */
  | { readonly type: typeof hostMessageType; readonly name: 'conversation'; readonly unread: number | null }
  /** Quick exit: the host page's top window leaves to this neutral page at once (S3). */
  | { readonly type: typeof hostMessageType; readonly name: 'exit'; readonly url: string };

/** Loader to frame. */
export type LoaderMessage =
  /** The panel was opened; the frame may begin to load what is heavy. */
  | { readonly type: typeof hostMessageType; readonly name: 'open' }
  /**
   * Bare presses of Shift in the host page so far, which the frame says in its words: none when the count begins anew, and
   * three to leave (S2).
   */
  | { readonly type: typeof hostMessageType; readonly name: 'shift'; readonly presses: number };

/** Reads a message of the frame; undefined for anything else. */
export function parseFrameMessage(value: unknown): FrameMessage | undefined {
  if (!isEnvelope(value)) return undefined;
  const { name, url, unread } = value;
  if (name === 'close') return { type: hostMessageType, name };
  if (name === 'conversation' && isUnread(unread)) return { type: hostMessageType, name, unread };
  if ((name === 'ready' || name === 'exit') && isWebPage(url)) return { type: hostMessageType, name, url };
  return undefined;
}

function isUnread(value: unknown): value is number | null {
  return value === null || (Number.isSafeInteger(value) && Number(value) >= 0);
}

/** The address of a page that a browser can go to, and nothing that would run in this one. */
export const webPage = /^https?:\/\/[^/]/;

function isWebPage(value: unknown): value is string {
  return typeof value === 'string' && webPage.test(value);
}

/** Reads a message of the loader; undefined for anything else. */
export function parseLoaderMessage(value: unknown): LoaderMessage | undefined {
  if (!isEnvelope(value)) return undefined;
  const { name, presses } = value;
  if (name === 'shift' && isShiftCount(presses)) return { type: hostMessageType, name, presses };
  return name === 'open' ? { type: hostMessageType, name } : undefined;
}

function isShiftCount(value: unknown): value is number {
  return value === 0 || value === 1 || value === 2 || value === 3;
}

function isEnvelope(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as Record<string, unknown>)['type'] === hostMessageType
  );
}
