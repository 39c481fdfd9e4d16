import type { DeskMessage } from '../domain/desk-message.ts';
import { nextOpening, type OpeningHours } from '../domain/opening-hours.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { recordForTeams, type CloseHelplineDependencies } from './close-helpline.ts';
import type { CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer } from './record-desk-message.ts';

/** `!open`: lifts the exceptional closure; the opening hours hold again (R12). Coordinators only. */
export async function openHelpline(
  { unitOfWork, clock, steps, roster, openingHours }: CloseHelplineDependencies,
  source: CommandSource,
): Promise<void> {
  const { member, eventId } = source;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const message = await openIn(registers, source, { openingHours, now: clock.now() });
        await recordAnswer(registers, { to: member.userId, eventId, message });
        if (message.kind === 'helpline-opened') await recordForTeams(registers, roster, { eventId, message });
      }),
    ),
  );
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
  return { kind: 'helpline-opened', who: member.name };
}
