import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { syncFilter } from '../../../appservice/adapters/http/gateway/own-filters.ts';
import {
  parseConversationId,
  parseDeviceId,
  parseRoomId,
  parseUserId,
} from '../../../appservice/domain/ids.ts';
import { BenchError } from '../bench-error.ts';
import { nowMs } from '../now.ts';
import type { CallerRequest, Comparison, PairTimes } from './comparison.ts';
import { takePairs } from './comparison.ts';
import { encryptedEvent } from './sends.ts';
import type { TimedAnswer } from './side.ts';

type Way = (request: CallerRequest) => Promise<TimedAnswer>;

const syncAnswer = z.object({ next_batch: z.string() });

/** So long a sync has been waiting before something happens: it surely has reached Synapse by then. */
const settleMs = 60;

/** Pairs of syncs that wait, each timed from the moment the host begins to send an event until the answer is read. */
export async function takeSyncWakes(comparison: Comparison, count: number): Promise<PairTimes> {
  const ownQuery = { filter: filterOf(comparison), set_presence: 'offline' };
  const first = await comparison.viaGateway({ method: 'GET', path: sync(undefined), ownQuery });
  let since = syncAnswer.parse(JSON.parse(first.body)).next_batch;
  const wake = async (way: Way): Promise<number> => {
    for (;;) {
      const waiting = way({ method: 'GET', path: sync(since), ownQuery });
      const isStillWaiting = await Promise.race([waiting.then(() => false), pause(settleMs, true)]);
      const beganAtMs = nowMs();
      // One that something else has woken is taken again, without a further event that would wake the next one.
      if (isStillWaiting) await comparison.asHost(encryptedEvent(comparison));
      const answer = await waiting;
      since = syncAnswer.parse(JSON.parse(answer.body)).next_batch;
      if (isStillWaiting) return answer.endedAtMs - beganAtMs;
    }
  };
  return takePairs(count, {
    gateway: () => wake(comparison.viaGateway),
    direct: () => wake(comparison.direct),
  });
}

function sync(since: string | undefined): string {
  const query = since === undefined ? 'timeout=0' : `since=${since}&timeout=20000`;
  return `/_matrix/client/v3/sync?${query}`;
}

/** The gateway's own filter for this caller. */
function filterOf({ started }: Comparison): string {
  const conversationId = parseConversationId('00000000-0000-4000-8000-000000000000');
  const caller = parseUserId(started.userId);
  const device = parseDeviceId(started.deviceId);
  const roomId = parseRoomId(started.roomId);
  if (conversationId === undefined || caller === undefined || device === undefined || roomId === undefined) {
    throw new BenchError('refused', 'The service answered with something that is no conversation.');
  }
  return syncFilter({ conversationId, caller, device, roomId, counsellor: null, readers: [], invitee: null });
}
