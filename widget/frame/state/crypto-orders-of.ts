import type { StartedConversation } from '../../../appservice/contract/conversation.ts';
import type { Company, ToWorker } from '../../worker-messages.ts';
import { noCircumstances } from './circumstances.ts';
import type { Effect } from './effect.ts';
import { isScreenInSight, type ConversationScreen, type FrameState } from './frame-state.ts';
import { isIntakeEmpty } from './intake.ts';
import { newestReadable } from './log.ts';
import { hiddenLines } from './shown-log.ts';

/** A conversation that the crypto worker takes part in. */
type Begun = ConversationScreen & { readonly session: StartedConversation };

/**
 * What the crypto worker is asked because of a change. It begins when it is loaded and the service has answered, in either
 * order; what was written before then follows at once, the intake first (design 5.7).
 */
export function cryptoOrdersOf(before: FrameState, after: FrameState): Effect[] {
  const was = begunOf(before);
  const is = begunOf(after);
  const effects: Effect[] = [];
  if (after.crypto.name === 'loading' && before.crypto.name !== 'loading')
    effects.push(order({ kind: 'load' }));
  if (was !== undefined && is === undefined) {
    // Another tab has it: what is kept in the browser is its.
    effects.push(order({ kind: after.screen.name === 'elsewhere' ? 'pause' : 'stop' }));
  }
  if (is === undefined) return effects;
  if (was === undefined) {
    effects.push(order({ kind: is.isResumed ? 'resume' : 'start', conversation: is.session }));
  }
  effects.push(...companyOrders(was, is));
  if (was === undefined && !isIntakeEmpty(is.intake)) {
    effects.push({ kind: 'introduce', intake: is.intake, language: after.language });
  }
  effects.push(...sendOrders(was, is));
  if (was !== undefined && was.isTyping !== is.isTyping) {
    effects.push(order({ kind: 'typing', isTyping: is.isTyping }));
  }
  const read = newestReadable(is.log, hiddenLines(is));
  const wasRead =
    was !== undefined && isScreenInSight(before) ? newestReadable(was.log, hiddenLines(was)) : null;
  if (isScreenInSight(after) && read !== null && read !== wasRead)
    effects.push(order({ kind: 'read', eventId: read }));
  return effects;
}

function begunOf({ screen, crypto }: FrameState): Begun | undefined {
  if (screen.name !== 'conversation' || screen.session === null || crypto.name !== 'loaded') return undefined;
  return { ...screen, session: screen.session };
}

function companyOrders(was: Begun | undefined, is: Begun): Effect[] {
  const company = companyOf(is);
  const isKnown = JSON.stringify(company) === JSON.stringify(was === undefined ? nobody : companyOf(was));
  return isKnown ? [] : [order({ kind: 'company', company })];
}

const nobody = companyOf({ counsellor: null, circumstances: noCircumstances, refusedReader: null });

function companyOf({
  counsellor,
  circumstances: { readers, announced, handOver },
  refusedReader,
}: Pick<Begun, 'counsellor' | 'circumstances' | 'refusedReader'>): Company {
  return { counsellor, readers, announced, handOver, refusedReader };
}

function sendOrders(was: Begun | undefined, is: Begun): Effect[] {
  const given = new Set(was?.log.map((entry) => entry.id));
  return is.log.flatMap((entry) =>
    entry.kind === 'caller' && entry.eventId === null && !given.has(entry.id)
      ? [order({ kind: 'send', id: entry.id, body: entry.body })]
      : [],
  );
}

function order(given: ToWorker): Effect {
  return { kind: 'crypto', order: given };
}
