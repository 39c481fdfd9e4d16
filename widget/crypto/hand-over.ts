import { GatewayError } from './gateway-error.ts';
import { pauseMs } from './back-off.ts';
import type { PinnedCounsellor } from '../../appservice/contract/conversation.ts';
import type { HandOverProblem, HandOverReport } from '../../appservice/contract/readers.ts';
import type { FromWorker } from '../worker-messages.ts';
import type { Members } from './members.ts';
import type { Readers } from './readers.ts';
import { type HistorySharing, inviteColleague, shareHistory } from './share-history.ts';
import type { Surroundings } from './surroundings.ts';

/** Lets a colleague in who was announced: shares the history with them and invites them (MSC4268, design 6). */
export interface HandOver {
  /** The newest word of the service; null when it has taken it back. The same word again changes nothing. */
  order(colleague: PinnedCounsellor | null): void;
  /** Whether this is the one who is let in now: the key of the room goes to them as to those who are there. */
  isOf(userId: string): boolean;
  /** It is known who is in the room; nothing is done before. */
  begin(): void;
}

/** What it needs. */
export type HandOverParts = {
  readonly sharing: HistorySharing;
  readonly readers: Pick<Readers, 'prepare'>;
  readonly members: Members;
  readonly surroundings: Pick<Surroundings, 'wait' | 'chance'>;
  readonly signal: AbortSignal;
  readonly tell: (message: FromWorker) => void;
};

/** How often it is tried while the gateway does not answer; then the counsellor's own program does it (design 6). */
const attempts = 5;

/** Starts without a word. */
export function createHandOver(parts: HandOverParts): HandOver {
  const { signal, tell } = parts;
  let ordered: PinnedCounsellor | null = null;
  let hasBegun = false;
  const start = (colleague: PinnedCounsellor): void => {
    const isWanted = (): boolean => ordered === colleague && !signal.aborted;
    void carryOut(parts, colleague, isWanted).then((outcome) => {
      if (outcome !== undefined && isWanted())
        tell({ kind: 'hand-over', report: reportOf(colleague, outcome) });
    });
  };
  return {
    order(colleague) {
      if (colleague?.userId === ordered?.userId && colleague?.masterKey === ordered?.masterKey) return;
      ordered = colleague;
      if (hasBegun && colleague !== null) start(colleague);
    },
    isOf: (userId) => ordered?.userId === userId,
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      if (ordered !== null) start(ordered);
    },
  };
}

/** Undefined when it was not wanted any more. */
type Outcome = 'shared' | HandOverProblem | undefined;

/** Never rejects. */
async function carryOut(
  parts: HandOverParts,
  colleague: PinnedCounsellor,
  isWanted: () => boolean,
): Promise<Outcome> {
  const { surroundings, signal } = parts;
  for (let failures = 1; isWanted(); failures += 1) {
    try {
      return await handOver(parts, colleague, isWanted);
    } catch (error) {
      const isTransient =
        error instanceof GatewayError && (error.code === 'unreachable' || error.code === 'limited');
      if (!isTransient || failures >= attempts) return 'not-shared';
      await surroundings.wait(pauseMs(failures, surroundings.chance(), error.retryAfterMs), signal);
    }
  }
  return undefined;
}

/**
 * The order of feasibility D 2 C, with the person's keys first: nothing is built or uploaded for somebody who may not have it, and
 * what is built is as new as can be when it goes.
 */
async function handOver(
  { sharing, readers, members }: HandOverParts,
  colleague: PinnedCounsellor,
  isWanted: () => boolean,
): Promise<Outcome> {
  const decision = await readers.prepare(colleague);
  if (decision.action === 'refuse')
    return decision.code === 'no-key-delivered' ? 'not-shared' : decision.code;
  if (decision.action !== 'share') return 'not-shared';
  if (!isWanted()) return undefined;
  const isShared = await shareHistory(sharing, decision, isWanted);
  if (!isWanted()) return undefined;
  if (!isShared) return 'not-shared';
  if (!members.isJoined(colleague.userId)) await inviteColleague(sharing, colleague.userId);
  members.letIn(colleague.userId);
  return 'shared';
}

function reportOf({ userId }: PinnedCounsellor, outcome: 'shared' | HandOverProblem): HandOverReport {
  return outcome === 'shared' ? { userId, state: 'shared' } : { userId, state: 'failed', code: outcome };
}
