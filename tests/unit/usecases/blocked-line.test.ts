import { describe, expect, test } from '@jest/globals';
import { blockMs } from '../../../appservice/domain/blocking.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { endBlocks } from '../../../appservice/usecases/end-blocks.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;
const home = '203.0.113.7';

/** Somebody calls from an address and is in conversation with a counsellor. */
async function talkWith(world: HelplineWorld, counsellor: typeof an, address: string) {
  await world.onDuty(counsellor);
  const started = must(await begin(world, address), 'a start');
  await world.settle();
  await world.press(counsellor, '✋');
  await world.accept(counsellor);
  await world.say(counsellor, started.roomId);
  return started;
}

async function begin(world: HelplineWorld, address: string) {
  const started = await startConversation(world, world.request({ address }));
  if (!started.ok) return undefined;
  await enterPool(world, started.value.conversationId);
  return started.value;
}

/** Why somebody else cannot start from an address; null when they can. */
async function problemFrom(world: HelplineWorld, address: string) {
  await world.onDuty(bert);
  const started = await startConversation(world, world.request({ address }));
  if (!started.ok) return started.problem.code;
  await endConversation(world, { conversationId: started.value.conversationId, by: 'caller' });
  return null;
}

/** An and Bert each talk with somebody at home; An blocks hers. */
async function blockedBesideAnother() {
  const world = await helplineWorld();
  await talkWith(world, an, home);
  const other = await talkWith(world, bert, home);
  await world.command(an, '!blokkeer bedreigingen');
  return { world, other };
}

/** What the desk said about blocks to somebody, as it stands now. */
const said = (world: HelplineWorld, owner: string) =>
  world.shown(owner).flatMap((each) => (each.kind === 'blocking' ? [each.message] : []));

/** Presses under the question that was asked last. */
async function pressQuestion(world: HelplineWorld, key: string, who = an) {
  const entry = world.deskDevice.entries.findLast(({ versions }) => {
    const [first] = versions;
    return first?.kind === 'blocking' && first.message.code === 'shared-line';
  });
  const { eventId } = must(entry, 'a question').place;
  world.homeserver.emit(world.deskRoom(an), who, { kind: 'reaction', to: eventId, key });
  await world.settle();
}

describe('the line of a blocked caller', () => {
  test.each([
    ['an IPv4 address', home, home, '203.0.113.8'],
    ['the /64 of an IPv6 address', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'],
  ])('that is %s is blocked with them, and its neighbour is not', async (_, ...addresses) => {
    const [from, same, neighbour] = addresses;
    const world = await helplineWorld();
    await talkWith(world, an, from);
    await world.command(an, '!blokkeer bedreigingen');
    expect(said(world, an)).toMatchObject([{ code: 'blocked', line: 'blocked', hasDevice: true }]);
    expect([await problemFrom(world, same), await problemFrom(world, neighbour)]).toEqual(['blocked', null]);
  });

  test('is free again after eight hours, to the last second', async () => {
    const world = await helplineWorld();
    await talkWith(world, an, home);
    await world.command(an, '!blokkeer bedreigingen');
    world.clock.elapse(blockMs - 1_000);
    const last = await problemFrom(world, home);
    world.clock.elapse(1_000);
    expect([last, await problemFrom(world, home)]).toEqual(['blocked', null]);
  });

  test('is blocked across the end of a month, when a new key begins', async () => {
    const world = await helplineWorld({ startsAt: Date.parse('2026-11-30T22:30:00Z') });
    await talkWith(world, an, home);
    await world.command(an, '!blokkeer bedreigingen');
    world.clock.elapse(2 * 60 * minuteMs);
    expect(await problemFrom(world, home)).toBe('blocked');
    expect(await world.recognitionKeys.alive()).toHaveLength(2);
  });

  test('that is not known blocks the browser only, and nobody else whose line is not known', async () => {
    const world = await helplineWorld();
    await talkWith(world, an, 'unknown');
    await world.command(an, '!blokkeer bedreigingen');
    expect(said(world, an)).toMatchObject([{ code: 'blocked', line: 'unknown' }]);
    expect(await problemFrom(world, 'unknown')).toBeNull();
  });

  test('lies in no row in clear', async () => {
    const { world } = await blockedBesideAnother();
    expect(JSON.stringify(world.database.tables.blocks)).not.toContain('203.0.113');
  });
});

describe('a line that somebody else may be behind', () => {
  test('is spared, and the counsellor is asked, with a ring and two signs', async () => {
    const { world } = await blockedBesideAnother();
    expect(said(world, an)).toMatchObject([
      { code: 'blocked', line: 'asked' },
      { code: 'shared-line', choice: null },
    ]);
    expect(await problemFrom(world, home)).toBeNull();
    const question = world.deskDevice.entries.find(({ versions: [first] }) => {
      return first?.kind === 'blocking' && first.message.code === 'shared-line';
    });
    expect(question).toMatchObject({ mention: an, signs: ['✅', '❌'] });
  });

  test('never cuts the other conversation, whatever is chosen', async () => {
    const { world, other } = await blockedBesideAnother();
    await pressQuestion(world, '✅');
    expect(world.conversation(other.conversationId).phase.name).toBe('talking');
  });

  test('is blocked as well at ✅, until the block ends, and that is audited', async () => {
    const { world } = await blockedBesideAnother();
    world.clock.elapse(60 * minuteMs);
    await pressQuestion(world, '✅\uFE0F');
    expect(said(world, an).at(-1)).toMatchObject({ code: 'shared-line', choice: 'blocked' });
    expect(await problemFrom(world, home)).toBe('blocked');
    expect(world.database.tables.audit.at(-1)).toMatchObject({ act: 'line-blocked', who: an });
    world.clock.elapse(blockMs - 60 * minuteMs);
    expect(await problemFrom(world, home)).toBeNull();
  });

  test('is spared for good at ❌: a later ✅ changes nothing', async () => {
    const { world } = await blockedBesideAnother();
    await pressQuestion(world, '❌');
    await pressQuestion(world, '✅');
    expect(said(world, an).at(-1)).toMatchObject({ code: 'shared-line', choice: 'spared' });
    expect(await problemFrom(world, home)).toBeNull();
  });

  test('is nobody else’s to choose, and no other sign chooses', async () => {
    const { world } = await blockedBesideAnother();
    await pressQuestion(world, '✅', bert);
    await pressQuestion(world, '👍');
    expect(said(world, an).at(-1)).toMatchObject({ code: 'shared-line', choice: null });
  });

  test.each([
    ['lifted', (world: HelplineWorld) => world.command(dina, '!vrij 1001')],
    [
      'over',
      async (world: HelplineWorld) => {
        world.clock.elapse(blockMs);
        await endBlocks(world);
        await world.settle();
      },
    ],
  ])('is no question any more when the block is %s', async (_, stop) => {
    const { world } = await blockedBesideAnother();
    await stop(world);
    await pressQuestion(world, '✅');
    expect(said(world, an).find(({ code }) => code === 'shared-line')).toMatchObject({ choice: 'over' });
    expect(await problemFrom(world, home)).toBeNull();
  });

  test('is a question also half an hour after the other one’s start, when that has ended, and not later', async () => {
    const after = async (minutes: number) => {
      const world = await helplineWorld();
      const other = await talkWith(world, bert, home);
      await endConversation(world, { conversationId: other.conversationId, by: 'caller' });
      await world.command(bert, '!uit');
      await talkWith(world, an, home);
      world.clock.elapse(minutes * minuteMs - 1);
      await world.command(an, '!blokkeer bedreigingen');
      return said(world, an)[0];
    };
    expect(await after(30)).toMatchObject({ line: 'asked' });
    expect(await after(31)).toMatchObject({ line: 'blocked' });
  });
});
