import type { UserId } from '../../../appservice/domain/ids.ts';
import { must } from '../parsed.ts';
import type { HelplineWorld } from './helpline-world.ts';

/** A coordinator presses a sign under the newest question whether somebody leaves service, before anything follows. */
export function pressOffboarding(world: HelplineWorld, by: UserId, sign: string) {
  const isQuestion = (each: HelplineWorld['deskDevice']['entries'][number]) => {
    const message = each.versions.at(-1);
    return message?.kind === 'coordination' && message.message.code === 'offboarding';
  };
  const { place } = must(world.deskDevice.entries.findLast(isQuestion), 'a question');
  return world.homeserver.emit(place.roomId, by, { kind: 'reaction', to: place.eventId, key: sign });
}

/** A coordinator puts somebody out of service, and what follows happens; returns what they are shown last. */
export async function offboard(world: HelplineWorld, by: UserId, name: string) {
  await world.command(by, `!uitdienst ${name}`);
  pressOffboarding(world, by, '✅');
  await world.settle();
  return world.shown(by).at(-1);
}
