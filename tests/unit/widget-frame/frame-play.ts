import type { ConversationView, StartedConversation } from '../../../appservice/contract/conversation.ts';
import type { FromWorker } from '../../../widget/worker-messages.ts';
import type { Effect } from '../../../widget/frame/state/effect.ts';
import { effectsOf } from '../../../widget/frame/state/effects-of.ts';
import type { FrameEvent } from '../../../widget/frame/state/frame-event.ts';
import {
  initialState,
  type ConversationScreen,
  type FrameState,
} from '../../../widget/frame/state/frame-state.ts';
import type { LogEntry } from '../../../widget/frame/state/log.ts';
import { reduce } from '../../../widget/frame/state/reduce.ts';

/** A Tuesday in November, five past five in the afternoon in Brussels. */
export const nowMs = Date.UTC(2026, 10, 24, 16, 5);
/** What the service answered. */
export const session: StartedConversation = {
  bearer: 'bearer',
  userId: '@caller:localhost',
  deviceId: 'DEVICE',
  roomId: '!room',
  hostUserId: '@1712:localhost',
  storeKey: 'key-of-the-store',
};
/** A counsellor of a CAW. */
export const anna = { userId: '@anna:localhost', masterKey: 'key-of-anna', organisation: 'CAW' } as const;
/** A counsellor of a VK. */
export const bram = { userId: '@bram:localhost', masterKey: 'key-of-bram', organisation: 'VK' } as const;

/** A frame that is played by events, and keeps what followed from them. */
export function createFrame(events: readonly FrameEvent[] = []) {
  let state = initialState({
    language: 'nl',
    audience: 'everybody',
    nowMs,
    brusselsProvince: 'vlaams-brabant',
  });
  let effects: Effect[] = [];
  const tell = (event: FrameEvent): void => {
    const after = reduce(state, event);
    effects = [...effects, ...effectsOf(state, event, after)];
    state = after;
  };
  events.forEach(tell);
  return {
    tell: (...more: readonly FrameEvent[]) => {
      effects = [];
      more.forEach(tell);
      return effects;
    },
    state: () => state,
    screen: () => state.screen,
    talk: (): ConversationScreen => {
      if (state.screen.name !== 'conversation') throw new TypeError(`on screen ${state.screen.name}`);
      return state.screen;
    },
    lines: () => linesOf(state),
  };
}

/** The automatic lines of the log, in order. */
function linesOf({ screen }: FrameState): string[] {
  const log: readonly LogEntry[] =
    screen.name === 'conversation' || screen.name === 'ended' ? screen.log : [];
  return log.flatMap((entry) => (entry.kind === 'automatic' ? [entry.line] : []));
}

/** The status is told. */
export const status = (state: 'online' | 'busy'): FrameEvent => ({
  kind: 'status-told',
  status: { state, reason: null, nextOpening: null },
  nowMs,
});
/** The worker tells something. */
export const crypto = (news: FromWorker): FrameEvent => ({ kind: 'crypto-told', news });
/** The service tells how the conversation stands. */
export const view = (change: Partial<ConversationView>): FrameEvent => ({
  kind: 'view-told',
  view: {
    version: 1,
    phase: 'waiting',
    takesLong: false,
    counsellor: null,
    endedBy: null,
    canResume: true,
    ...change,
  },
});
/** The caller writes and sends. */
export const write = (text: string): FrameEvent[] => [
  { kind: 'draft-edited', text },
  { kind: 'message-written', nowMs },
];
/** The counsellor says something. */
export const message = (eventId: string, body: string, change: object = {}): FrameEvent =>
  crypto({
    kind: 'message',
    message: {
      eventId,
      sender: anna.userId,
      sentAtMs: nowMs,
      kind: 'text',
      body,
      repliesTo: null,
      isEdited: false,
      ...change,
    },
  });

/** Until the first screen of an open helpline. */
export const opened: FrameEvent[] = [{ kind: 'opened' }, status('online')];
/** Until the questions were skipped, with the encryption still on its way. */
export const skippedEarly: FrameEvent[] = [
  ...opened,
  { kind: 'start-pressed' },
  { kind: 'intake-finished', hasSkipped: true, requestSecret: 'secret' },
];
/** Until the questions were skipped and the encryption is there, which the service is only asked after. */
export const skipped: FrameEvent[] = [...skippedEarly, crypto({ kind: 'loaded' })];
/** Until the service and the worker have both begun. */
export const waiting: FrameEvent[] = [...skipped, { kind: 'conversation-started', session }];
/** Until the caller talks with Anna. */
export const talking: FrameEvent[] = [
  ...waiting,
  view({ phase: 'taken', counsellor: anna }),
  view({ phase: 'joined', counsellor: anna }),
  crypto({ kind: 'secured' }),
  view({ phase: 'talking', counsellor: anna }),
];
