import { expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

/** The desk's two signs under a card with a hand, each an event of the room (desk-sender.ts). */
const handSigns = 2;

/** Events of the desk in the team's room: messages, their edits, the signs under them, and what was taken back. */
function deskEvents({ deskDevice, deskRoom }: HelplineWorld): number {
  const room = deskRoom('limburg');
  return deskDevice.entries
    .filter(({ place }) => place.roomId === room)
    .map(({ place, versions, hasHand }) => {
      const isTakenBack = deskDevice.redacted.has(place.eventId);
      return versions.length + (hasHand ? handSigns : 0) + (isTakenBack ? 1 : 0);
    })
    .reduce((sum, events) => sum + events, 0);
}

/** Somebody waits for a minute; then the team's card lies there. */
async function waitsForAMinute(world: HelplineWorld) {
  await world.command(an, '!aan');
  const { conversationId } = await world.call('limburg');
  await world.elapse(60);
  expect(world.card('limburg')).toBe('open');
  return conversationId;
}

test('a busy hour costs the team room two events at most for each change of a conversation', async () => {
  const world = await helplineWorld();
  const before = deskEvents(world);
  let changes = 0;
  for (let index = 0; index < 12; index += 1) {
    const conversationId = await waitsForAMinute(world);
    await world.command(an, '!aan');
    await world.press(an, '✋', 'limburg');
    await world.accept(an);
    await world.elapse(180); // connection, rhythm and the others' sight of it change meanwhile
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    changes += ['waits', 'is taken', 'is over'].length;
  }
  expect(deskEvents(world) - before).toBeLessThanOrEqual(2 * changes);
}, 60_000);

test('a caller who goes away before anybody takes costs no more', async () => {
  const world = await helplineWorld();
  const before = deskEvents(world);
  const conversationId = await waitsForAMinute(world);
  await world.elapse(60);
  await endConversation(world, { conversationId, by: 'caller' });
  await world.settle();
  const changes = ['waits', 'is over'];
  expect(deskEvents(world) - before).toBeLessThanOrEqual(2 * changes.length);
});
