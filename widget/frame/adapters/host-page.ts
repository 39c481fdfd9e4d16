import {
  hostMessageType,
  parseLoaderMessage,
  type FrameMessage,
  type LoaderMessage,
} from '../../host-messages.ts';
import { isScreenInSight, type FrameState } from '../state/frame-state.ts';
import type { Log } from '../state/log.ts';

/** The page that holds the frame. */
export interface HostPage {
  readonly tell: (message: FrameMessage) => void;
  readonly follow: (hear: (message: LoaderMessage) => void) => void;
}

/** The message that closes the panel. */
export const closeMessage: FrameMessage = { type: hostMessageType, name: 'close' };

/** The message that the first screen is there, and where three presses of Shift in the host page lead to (S2, S3). */
export function readyMessage(url: string): FrameMessage {
  return { type: hostMessageType, name: 'ready', url };
}

/** The message that makes the host page leave (S3). */
export function exitMessage(url: string): FrameMessage {
  return { type: hostMessageType, name: 'exit', url };
}

/**
 * Follows whether there is a conversation and how much of it was not in sight yet, and tells the host page each change: a
 * number and nothing else. One that ends out of sight stays until it was looked at, so that the caller finds what became of it.
 */
export function createConversationTeller(tell: HostPage['tell'] | undefined): (state: ShownState) => void {
  let seen = 0;
  let told: number | null = null;
  const unreadOf = (state: ShownState): number | null => {
    const { screen } = state;
    const isInSight = isScreenInSight(state);
    if (screen.name !== 'conversation') return isInSight ? null : told;
    const came = newsIn(screen.log);
    if (isInSight) seen = came;
    return came - seen;
  };
  return (state) => {
    const unread = unreadOf(state);
    if (unread === null) seen = 0;
    if (unread === told) return;
    told = unread;
    tell?.({ type: hostMessageType, name: 'conversation', unread });
  };
}

type ShownState = Pick<FrameState, 'screen' | 'isInSight' | 'page'>;

/** Lines worth coming back for: what a counsellor wrote, and that one is there. */
function newsIn(log: Log): number {
  return log.filter(
    (entry) =>
      entry.kind === 'counsellor' || (entry.kind === 'automatic' && entry.line.startsWith('joined-')),
  ).length;
}

/**
 * The host page, if the frame is in one that may hold it; undefined otherwise, and then nothing is said to anybody. Both
 * ways the origin is exact: messages of another window or origin are dropped unread.
 */
export function findHostPage(hostOrigins: readonly string[]): HostPage | undefined {
  if (globalThis.parent === globalThis.window) return undefined;
  const origin = originOfParent();
  if (origin === undefined || !hostOrigins.includes(origin)) return undefined;
  const { parent } = globalThis;
  return {
    tell: (message) => {
      parent.postMessage(message, origin);
    },
    follow: (hear) => {
      addEventListener('message', (event) => {
        if (event.origin !== origin || event.source !== parent) return;
        const message = parseLoaderMessage(event.data);
        if (message !== undefined) hear(message);
      });
    },
  };
}

/** By the browser itself where it tells, else by the referrer, which the loader sets to the origin. */
function originOfParent(): string | undefined {
  const ancestors = 'ancestorOrigins' in location ? location.ancestorOrigins[0] : undefined;
  if (ancestors !== undefined) return ancestors;
  return document.referrer === '' ? undefined : new URL(document.referrer).origin;
}
