import { cryptoOrdersOf } from './crypto-orders-of.ts';
import type { FromWorker } from '../../worker-messages.ts';
import type { Effect, StartWishes } from './effect.ts';
import type { FrameEvent } from './frame-event.ts';
import type { ConversationScreen, FrameState } from './frame-state.ts';
import { faultWishes } from './new-fault-form.ts';
import { provinceOfArea } from './postcode.ts';
import { feedbackEffects } from './reduce-feedback.ts';

/** Everything that follows from one event, in order. Quick exit is not among it: it is done at once, before any state (S3). */
export function effectsOf(before: FrameState, event: FrameEvent, after: FrameState): readonly Effect[] {
  if (event.kind === 'left') return [];
  return [
    ...wordingEffects(before, event, after),
    ...statusEffects(before, after),
    ...conversationEffects(before, after),
    ...cryptoOrdersOf(before, after),
    ...eventEffects(before, event, after),
    ...faultEffects(before, after),
    ...feedbackEffects(before, after),
  ];
}

/** Once for each form: when it becomes one that was sent. */
function faultEffects({ page: was }: FrameState, { page: is }: FrameState): Effect[] {
  if (is?.name !== 'fault' || !is.form.isSent) return [];
  const isNew = was?.name === 'fault' && !was.form.isSent;
  return isNew ? [{ kind: 'report-fault', report: faultWishes(is.form) }] : [];
}

function wordingEffects(before: FrameState, event: FrameEvent, { wantedWording }: FrameState): Effect[] {
  const effects: Effect[] = [];
  if (event.kind === 'language-chosen') effects.push({ kind: 'remember-language', language: event.language });
  if (wantedWording !== null && wantedWording !== before.wantedWording) {
    effects.push({ kind: 'load-texts', wording: wantedWording });
  }
  return effects;
}

function statusEffects(before: FrameState, after: FrameState): Effect[] {
  const isWanted = wantsStatus(after);
  return isWanted === wantsStatus(before) ? [] : [{ kind: 'follow-status', isWanted }];
}

/** The status is followed while it decides what is shown: from the opening until a conversation has begun. */
function wantsStatus(state: FrameState): boolean {
  const isShown = state.screen.name === 'start' || state.screen.name === 'intake';
  return isShown && state.crypto.name !== 'unasked';
}

function conversationEffects(before: FrameState, after: FrameState): Effect[] {
  const was = conversationOf(before);
  const is = conversationOf(after);
  const effects: Effect[] = [];
  const isAsked = is?.session !== null; // a resumed one, or none
  if (is !== undefined && !isAsked && canEncrypt(after) && (was === undefined || !canEncrypt(before))) {
    effects.push({ kind: 'start-conversation', request: requestOf(after, is) });
  } else if (is !== undefined && !isAsked && was === undefined) {
    effects.push({ kind: 'remind-of-preparing' });
  }
  const session = is?.session ?? null;
  if (session !== null && was?.session !== session) effects.push({ kind: 'follow-conversation', session });
  if (was !== undefined && is === undefined) effects.push({ kind: 'unfollow-conversation' });
  return effects;
}

/** Nothing that was typed, the nickname neither, leaves a browser that cannot encrypt (design 5, fail closed). */
function canEncrypt({ crypto }: FrameState): boolean {
  return crypto.name === 'loaded';
}

/** All that leaves the browser unencrypted: the province, never the postcode; the nickname (R20, design 5.3). */
function requestOf(state: FrameState, screen: ConversationScreen): StartWishes {
  return {
    requestSecret: screen.requestSecret,
    province: provinceOfArea(screen.intake.area, state.brusselsProvince),
    nickname: screen.intake.nickname,
    language: state.language,
  };
}

function eventEffects(before: FrameState, event: FrameEvent, after: FrameState): Effect[] {
  if (event.kind === 'opened' && before.crypto.name === 'unasked')
    return [{ kind: 'resume', isTakenOver: false }];
  if (event.kind === 'take-over-pressed') return [{ kind: 'resume', isTakenOver: true }];
  const isSession = event.kind === 'conversation-started' || event.kind === 'conversation-resumed';
  if (isSession && conversationOf(after)?.session !== event.session) {
    // Whoever stopped, or could not go on, while the service was still answering must not be rung for.
    const by = after.screen.name === 'failed' ? 'failure' : 'caller';
    return [{ kind: 'end-conversation', bearer: event.session.bearer, by }];
  }
  if (event.kind === 'draft-edited' && conversationOf(after)?.isTyping === true) {
    return [{ kind: 'rest-typing-later' }];
  }
  const bearer = conversationOf(before)?.session?.bearer;
  if (bearer === undefined) return [];
  if (event.kind === 'end-confirmed') return [{ kind: 'end-conversation', bearer, by: 'caller' }];
  if (event.kind === 'frame-broke') return [{ kind: 'end-conversation', bearer, by: 'failure' }];
  if (event.kind === 'reader-refused') return refusalEffects(before, bearer, after);
  return event.kind === 'crypto-told' ? newsEffects(event.news, bearer) : [];
}

function refusalEffects(before: FrameState, bearer: string, after: FrameState): Effect[] {
  const userId = conversationOf(after)?.refusedReader ?? null;
  if (userId === null || userId === conversationOf(before)?.refusedReader) return [];
  return [{ kind: 'refuse-reader', bearer, refusal: { userId } }];
}

function newsEffects(news: FromWorker, bearer: string): Effect[] {
  if (news.kind === 'failed') return [{ kind: 'end-conversation', bearer, by: 'failure' }];
  if (news.kind === 'ready') return [{ kind: 'report-ready', bearer }];
  if (news.kind === 'secured') return [{ kind: 'report-security', bearer, report: { state: 'secured' } }];
  if (news.kind === 'unsecured') {
    return [{ kind: 'report-security', bearer, report: { state: 'unsecured', code: news.code } }];
  }
  if (news.kind === 'hand-over' || news.kind === 'misplaced') {
    return [{ kind: 'report', to: news.kind, bearer, report: news.report }];
  }
  return [];
}

function conversationOf(state: FrameState): ConversationScreen | undefined {
  return state.screen.name === 'conversation' ? state.screen : undefined;
}
