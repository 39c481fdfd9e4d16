import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import type { CrashMoment } from '../../support/memory-system.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;

/** From the first duty to the last end, with a pass, a missed ring, a returned and a taken conversation. */
function walk(world: HelplineWorld): readonly (() => Promise<unknown>)[] {
  const request = world.request();
  const once = (act: () => void) => {
    let isDone = false;
    return async () => {
      if (!isDone) act();
      isDone = true;
      await world.settle();
    };
  };
  const later = (seconds: number) =>
    once(() => {
      world.clock.elapse(seconds * 1_000);
    });
  const conversation = () => {
    const [row] = [...world.database.tables.conversations.values()];
    if (row === undefined) throw new Error('no conversation');
    return row.conversation;
  };
  const member = (who: typeof an, membership: 'join' | 'leave') =>
    once(() => {
      const roomId = conversation().roomId;
      if (roomId !== null) world.homeserver.setMember(roomId, { member: who, membership, sender: who });
    });
  return [
    once(() => world.write(an, '!aan')),
    later(1),
    once(() => world.write(bert, '!aan')),
    () => startConversation(world, request),
    () => enterPool(world, conversation().conversationId),
    later(0),
    later(30),
    once(() => world.react(bert, '✋')),
    member(bert, 'leave'),
    later(30),
    once(() => world.write(an, '!aan')),
    once(() => world.react(an, '✋', 'limburg')),
    member(an, 'join'),
    later(120),
    once(() => world.homeserver.emit(conversation().roomId ?? world.deskRoom(an), an, { kind: 'encrypted' })),
    once(() => world.write(dina, '!dicht storing')),
    () => endConversation(world, { conversationId: conversation().conversationId, by: 'caller' }),
    later(1),
  ];
}

/** What anybody can see of the helpline. */
function seen(world: HelplineWorld) {
  const owners = [...world.roster.members.map(({ userId }) => userId), 'limburg', 'antwerpen'];
  return {
    conversations: [...world.database.tables.conversations.values()].map((row) => row.conversation.phase),
    desks: owners.map((owner) => world.shown(owner)),
    rings: world.deskDevice.entries.map(({ mention, hasHand }) => [mention, hasHand]).toSorted(),
    members: [...world.homeserver.rooms.values()].map(({ members }) => [...members]),
    devices: [...world.homeserver.devices.values()].map((devices) => devices.size),
    duties: [...world.database.tables.duties.values()],
    closures: world.database.tables.closures.length,
  };
}

/** Walks with a process that dies at one moment and starts again; every stage that did not return is asked for again. */
async function walkWithCrash(moment: CrashMoment): Promise<{ hasCrashed: boolean; world: HelplineWorld }> {
  const world = await helplineWorld();
  const stages = walk(world);
  let stage = 0;
  const goOn = async () => {
    for (; stage < stages.length; stage += 1) await stages[stage]?.();
  };
  const hasCrashed = await world.steps.untilCrash(moment, goOn);
  if (hasCrashed) {
    world.restart();
    await goOn();
  }
  return { hasCrashed, world };
}

describe('a process that dies', () => {
  test('after any step of the whole walk loses nothing and doubles nothing', async () => {
    const { world: undisturbed } = await walkWithCrash(Infinity);
    const expected = seen(undisturbed);
    expect(expected.conversations).toMatchObject([{ name: 'ended', by: 'caller' }]);
    let moment = 0;
    for (;;) {
      moment += 1;
      const { hasCrashed, world } = await walkWithCrash(moment);
      if (!hasCrashed) break;
      expect({ moment, ...seen(world) }).toEqual({ moment, ...expected });
    }
    expect(moment).toBeGreaterThan(200);
  });
});
