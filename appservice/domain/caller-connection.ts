import { awayLimitMs, type ToldConnection } from './connection.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import { minuteMs, secondMs, type Instant } from './time.ts';

/** The ages of an absence at which the card says anew how long it has lasted, milliseconds; from five minutes on it is over (R16). */
const toldAgesMs = [0, 40 * secondMs, minuteMs, 2 * minuteMs, 3 * minuteMs, 4 * minuteMs] as const;

/** What is to be told of the caller's connection from now on; null while nobody has the conversation. */
export function connectionAt(conversation: Conversation, now: Instant): ToldConnection | null {
  const { toldConnection: told, lastContactAt, phase } = conversation;
  if (counsellorOf(phase) === undefined) return null;
  const isCounsellorAway = told?.isCounsellorAway ?? false;
  if (now - lastContactAt >= awayLimitMs) {
    return told?.state === 'away' ? told : { state: 'away', since: lastContactAt, isCounsellorAway };
  }
  if (told?.state === 'connected') return told;
  const wasAwayMs = told === null ? null : Math.max(0, lastContactAt - told.since);
  return { state: 'connected', since: lastContactAt, wasAwayMs, isCounsellorAway };
}

/** The newest age at which an absence is told anew, milliseconds; 0 from its beginning. */
export function toldAgeMs(away: { readonly since: Instant }, now: Instant): number {
  return toldAgesMs.findLast((age) => age <= now - away.since) ?? 0;
}
