import type { DeskCommand } from '../domain/desk-command.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { EventId } from '../domain/ids.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import type { Roster } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import { todayAt } from '../domain/wall-clock.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What closing and opening the helpline needs. */
export interface CloseHelplineDependencies extends CommandDependencies {
  readonly openingHours: OpeningHours;
}

/** A coordinator's `!dicht [tot HH:MM] REASON`. */
export type Closing = CommandSource & { readonly closing: Extract<DeskCommand, { readonly name: 'close' }> };

/**
 * `!dicht`: no new conversations, until a time of today, or `!open`, or the next scheduled opening (R12). Coordinators only;
 * running conversations and duties go on. The desk rooms of all teams are told; callers see "exceptional" and no reason.
 */
export async function closeHelpline(dependencies: CommandDependencies, closing: Closing): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId } = closing;
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    const message = await closeIn(registers, closing, clock.now());
    if (message.kind === 'helpline-closed') await recordForTeams(registers, roster, { eventId, message });
    return message;
  });
}

async function closeIn(
  registers: Registers,
  { member, closing }: Closing,
  now: Instant,
): Promise<DeskMessage> {
  if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
  const until = closing.until === null ? null : todayAt(closing.until, now);
  if (until !== null && until <= now) return { kind: 'refusal', refusal: { code: 'time-already-past' } };
  await registers.closures.add({ from: now, until, by: member.userId, reason: closing.reason });
  const { reason } = closing;
  await registers.audit.append({
    ...aboutNobody,
    at: now,
    act: 'helpline-closed',
    who: member.userId,
    reason,
  });
  return { kind: 'helpline-closed', until, who: member.name };
}

/** An audited act that is about no conversation and no person. */
export const aboutNobody = { conversationId: null, subject: null, reason: null } as const;

/** Records the same message in every team's desk room. */
export async function recordForTeams(
  registers: Registers,
  roster: Roster,
  news: { readonly eventId: EventId; readonly message: DeskMessage },
): Promise<void> {
  for (const { teamId } of roster.teams) {
    const key = actionKeys.cause(news.eventId, `team:${teamId}`);
    await recordDeskMessage(registers, { to: { team: teamId }, key, message: news.message });
  }
}
