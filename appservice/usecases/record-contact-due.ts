import type { Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { minuteMs, type Instant } from '../domain/time.ts';
import { wallClockAt } from '../domain/wall-clock.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/**
 * A conversation that had a counsellor in it is over: its contact is on that counsellor's list from now on (R62). How long it took
 * is counted from the caller's press.
 */
export async function recordContactDue(
  registers: Registers,
  now: Instant,
  { conversation, counsellor }: { readonly conversation: Conversation; readonly counsellor: UserId },
): Promise<boolean> {
  const { conversationId, caseNumber, province, language, createdAt, phase } = conversation;
  if (phase.name !== 'ended' || !phase.wasAttended) return false;
  await registers.contactForms.add({
    formId: conversationId,
    counsellor,
    conversationId,
    caseNumber,
    channel: 'chat',
    day: wallClockAt(now).day,
    since: now,
    facts: { province, language, minutes: Math.floor((now - createdAt) / minuteMs) },
    stage: 'due',
    answers: {},
    shown: [],
    written: [],
  });
  return true;
}
