import type { DeskMessage } from '../domain/desk-message.ts';
import { nextOpening, type OpeningHours } from '../domain/opening-hours.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import { aboutNobody, recordForTeams, type CloseHelplineDependencies } from './close-helpline.ts';
import type { CommandSource } from './command-scene.ts';

/** `!open`: lifts the exceptional closure; the opening hours hold again (R12). Coordinators only. */
export async function openHelpline(
  dependencies: CloseHelplineDependencies,
  source: CommandSource,
): Promise<void> {
  const { clock, roster, openingHours } = dependencies;
  const { member, eventId } = source;
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    const message = await openIn(registers, source, { openingHours, now: clock.now() });
    if (message.kind === 'helpline-opened') await recordForTeams(registers, roster, { eventId, message });
    return message;
  });
}

async function openIn(
  registers: Registers,
  { member }: CommandSource,
  { openingHours, now }: { readonly openingHours: OpeningHours; readonly now: Instant },
): Promise<DeskMessage> {
  if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
  const closure = (await registers.closures.latest()) ?? null;
  const isPostponing = nextOpening(openingHours, closure, now) !== nextOpening(openingHours, null, now);
  if (!isPostponing) return { kind: 'refusal', refusal: { code: 'not-closed' } };
  await registers.closures.lift(now);
  await registers.audit.append({ ...aboutNobody, at: now, act: 'helpline-opened', who: member.userId });
  return { kind: 'helpline-opened', who: member.name };
}
