import type { ConversationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { CallerSessions } from '../../ports/caller-sessions.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';

/** How often a sign of life of one conversation is written at most, milliseconds. */
const writtenEveryMs = 2_000;

/** So many remembered instants are kept before the old ones are dropped. */
const rememberedAtMost = 1_000;

/** Every request of a caller's browser says that it is still there (R16); few of them need writing down. */
export interface SignsOfLife {
  /** Does not wait and does not fail: a request is not held up by its own record. */
  of(conversationId: ConversationId): void;
}

/** Writes signs of life through the sessions, at most one per conversation in two seconds. */
export function createSignsOfLife(dependencies: {
  readonly sessions: Pick<CallerSessions, 'touch'>;
  readonly clock: Clock;
  readonly log: EventLog;
}): SignsOfLife {
  const { sessions, clock, log } = dependencies;
  const written = new Map<ConversationId, Instant>();
  const of = (conversationId: ConversationId): void => {
    const now = clock.now();
    if (now - (written.get(conversationId) ?? -Infinity) < writtenEveryMs) return;
    written.set(conversationId, now);
    if (written.size > rememberedAtMost) dropOlder(written, now - writtenEveryMs);
    sessions.touch(conversationId, now).catch(() => {
      written.delete(conversationId);
      log.log({ event: 'request.failed', code: 'sign-of-life', status: 500 });
    });
  };
  return { of };
}

function dropOlder(written: Map<ConversationId, Instant>, limit: Instant): void {
  for (const [conversationId, at] of written) if (at < limit) written.delete(conversationId);
}
