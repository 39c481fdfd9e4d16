import { anyOf } from './any-of.ts';
import { pauseMs } from './back-off.ts';
import { createBell } from './bell.ts';
import type { Gate } from './gate.ts';
import { GatewayError } from './gateway-error.ts';
import type { KeyDirectory } from './key-directory.ts';
import type { Line } from './line.ts';
import type { FromWorker } from '../worker-messages.ts';
import type { Outbox } from './outbox.ts';
import type { WaitingMessage } from './waiting-message.ts';
import type { Pins } from './pins.ts';
import type { Receiver } from './receiver.ts';
import type { SecurityState } from './security-state.ts';
import { type Sending, sendMessage } from './send-message.ts';
import type { Surroundings } from './surroundings.ts';

/** Lets the caller's words out, one after the other, and sees to it that the room's key is where it must be. */
export interface Sender {
  /** New words of the caller. */
  accept(message: WaitingMessage): void;
  /** Something happened that may open the gate, or make unread words readable. */
  wake(): void;
  /** Works until the signal is aborted; resolves then. Rejects when the conversation or the crypto is over. */
  run(): Promise<void>;
}

/** What a sender needs. */
export type SenderParts = {
  readonly gate: Gate;
  readonly sending: Sending;
  readonly directory: KeyDirectory;
  readonly receiver: Receiver;
  readonly outbox: Outbox;
  readonly pins: Pins;
  readonly security: SecurityState;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  readonly line: Line;
  readonly tell: (message: FromWorker) => void;
};

/** `leastMs` is what the server asked for. */
type Next =
  | { readonly kind: 'again' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'retry'; readonly leastMs: number };

/** Makes the sender of one room: one queue, one thing at a time. */
export function createSender(parts: SenderParts): Sender {
  const { outbox, signal, surroundings, tell } = parts;
  const bell = createBell();
  let isRunning = false;
  let isResting = false;
  let hasNewWords = false;
  let failures = 0;

  const rest = async (): Promise<void> => {
    if (hasNewWords) return;
    isResting = true;
    await bell.heard();
    isResting = false;
  };

  const pause = async (leastMs: number, line: AbortSignal): Promise<void> => {
    outbox.holdAll().forEach(tell);
    failures += 1;
    const over = anyOf(line);
    const length = pauseMs(failures, surroundings.chance(), leastMs);
    await Promise.race([surroundings.wait(length, over.signal), bell.heard()]);
    over.give();
  };

  return {
    accept(message) {
      outbox.accept(message).forEach(tell);
      if (failures > 0 || !isRunning) outbox.holdAll().forEach(tell);
      hasNewWords = true;
      // A pause is not cut short by words: they change nothing about why it was needed.
      if (isResting) bell.ring();
    },
    wake() {
      bell.ring();
    },
    async run() {
      isRunning = true;
      signal.addEventListener('abort', () => {
        bell.ring();
      });
      while (!signal.aborted) {
        hasNewWords = false;
        const line = parts.line.signal();
        const next = await attempt(parts).catch(judge);
        if (next.kind === 'retry') await pause(next.leastMs, line);
        else failures = 0;
        if (next.kind === 'rest') await rest();
      }
    },
  };
}

/** One step: look at the keys, open the gate, let one message out. */
async function attempt(parts: SenderParts): Promise<Next> {
  const { gate, sending, directory, receiver, outbox, pins, security, tell } = parts;
  const unreadBefore = receiver.hasUnread();
  const counsellor = pins.current();
  if (counsellor !== undefined) await directory.refresh(counsellor.userId);
  const gateState = await gate.open();
  if (unreadBefore) await receiver.retry();
  if (gateState.state === 'waiting') {
    outbox.holdAll().forEach(tell);
    return { kind: 'rest' };
  }
  if (gateState.state === 'refused') {
    security.set(gateState.code);
    const pinned = pins.current();
    if (pinned !== undefined) directory.markStale(pinned.userId);
    return { kind: 'retry', leastMs: 0 };
  }
  security.set('secured');
  const message = outbox.next();
  if (message === undefined) return { kind: 'rest' };
  const outcome = await sendMessage(sending, gateState, message);
  if (outcome.kind === 'sent') outbox.markSent(message.id, outcome.eventId).forEach(tell);
  if (outcome.kind === 'refused') outbox.markRefused(message.id).forEach(tell);
  return outcome.kind === 'kept' ? { kind: 'retry', leastMs: 0 } : { kind: 'again' };
}

/** A crypto library that has crashed (a trap in the WASM) answers nothing any more; all else is tried again. */
function judge(error: unknown): Next {
  const isOver = error instanceof GatewayError && error.code === 'ended';
  const hasCrashed = error instanceof Error && error.name === 'RuntimeError';
  if (isOver || hasCrashed) throw error;
  return { kind: 'retry', leastMs: error instanceof GatewayError ? error.retryAfterMs : 0 };
}
