import { standingOf } from '../domain/standing.ts';
import { answerOnce } from './answer-once.ts';
import type { CloseHelplineDependencies } from './close-helpline.ts';
import type { CommandSource } from './command-scene.ts';
import { unregisteredByTeam } from './tell-unregistered.ts';

/** `!stand`: who is there, who waits and since when, and whether somebody closed the chat. Coordinators only. */
export async function tellStanding(
  dependencies: CloseHelplineDependencies,
  { member, eventId }: CommandSource,
): Promise<void> {
  const { clock, roster, openingHours } = dependencies;
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    if (member.role !== 'coordinator') return { kind: 'refusal', refusal: { code: 'coordinator-only' } };
    const standing = standingOf({
      roster,
      openingHours,
      duties: await registers.duties.all(),
      openConversations: await registers.conversations.open(),
      closure: (await registers.closures.latest()) ?? null,
      blocks: await registers.blocks.all(),
      unregistered: await unregisteredByTeam(registers, roster),
      now: clock.now(),
    });
    return { kind: 'coordination', message: { code: 'standing', standing } };
  });
}
