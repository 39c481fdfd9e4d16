import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { showDueAddresses } from '../../../appservice/usecases/show-due-addresses.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { must } from '../../support/parsed.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { readBy, talkWith, toldOf } from '../../support/worlds/returning-caller.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;
const home = { address: '203.0.113.7' };
const asks = '!ip acuut gevaar';
const shows = (reader: typeof an, world: HelplineWorld) =>
  toldOf(world, reader).flatMap((message) => (message.code === 'address' ? [message.address] : []));
const acts = (world: HelplineWorld) => world.database.tables.audit.map(({ act, who }) => [act, who]);
const codes = (world: HelplineWorld, reader: typeof an) => toldOf(world, reader).map(({ code }) => code);

/** An has a conversation from `home`. */
async function anInTalk(addressMode: 'on-demand' | 'always' | 'break-glass' = 'on-demand') {
  const world = await helplineWorld({ addressMode });
  const talk = await talkWith(world, an, home);
  const conversation = world.conversation(talk.conversationId);
  await world.say(an, must(conversation.roomId ?? undefined, 'a room'));
  return { world, ...talk };
}

/** The caller stays, and time goes by. */
async function staysFor(world: HelplineWorld, durationMs: number) {
  world.clock.elapse(durationMs);
  const now = world.clock.now();
  await world.unitOfWork.run(async ({ conversations }) => {
    for (const each of await conversations.open()) await conversations.save({ ...each, lastContactAt: now });
  });
  await showDueAddresses(world);
  await world.settle();
}

describe('!ip', () => {
  test('shows whoever has the conversation its address, with the time in UTC', async () => {
    const { world } = await anInTalk();
    await world.command(an, asks);
    expect(readBy(world, an)[0]).toContain(
      'IP-adres van gesprek 1001: 203.0.113.7\nBegonnen op 2026-11-24 16:00:00 UTC.',
    );
  });

  test('is audited with who and why', async () => {
    const { world, conversationId } = await anInTalk();
    await world.command(an, asks);
    expect(world.database.tables.audit).toMatchObject([
      { act: 'address-shown', who: an, conversationId, reason: 'acuut gevaar' },
    ]);
  });

  test.each([
    ['a colleague of the team', bert, '!ip 1001 nieuwsgierig'],
    ['a colleague of another team', chris, '!ip 1001 nieuwsgierig'],
    ['a coordinator', dina, '!ip 1001 nieuwsgierig'],
    ['a colleague who names no number', bert, asks],
  ])('is refused and audited for %s', async (_, who, command) => {
    const { world } = await anInTalk();
    await world.command(who, command);
    expect([codes(world, who), acts(world)]).toEqual([['not-yours'], [['address-refused', who]]]);
  });

  test.each(['!ip 1001 alsnog', '!ip alsnog'])(
    'after the end says to whoever had it that it is over, and is audited: %s',
    async (command) => {
      const { world, conversationId } = await anInTalk();
      await endConversation(world, { conversationId, by: 'caller' });
      await world.command(an, command);
      expect([codes(world, an), acts(world)]).toEqual([['address-over'], [['address-refused', an]]]);
      expect(readBy(world, an).at(-1)).toMatch(/^Gesprek 1001 is voorbij.*Bel 101 of 112/su);
    },
  );

  test('after the end tells a colleague nothing of it', async () => {
    const { world, conversationId } = await anInTalk();
    await endConversation(world, { conversationId, by: 'caller' });
    await world.command(bert, '!ip 1001 alsnog');
    expect([codes(world, bert), acts(world)]).toEqual([['not-yours'], [['address-refused', bert]]]);
  });

  test.each(['!ip', '!ip 1001', '!ip    '])('shows nothing without a reason: %j', async (command) => {
    const { world } = await anInTalk();
    await world.command(an, command);
    expect([shows(an, world), acts(world)]).toEqual([[], []]);
  });

  test('shows it again when it is asked again, each time audited', async () => {
    const { world } = await anInTalk();
    await world.command(an, asks);
    await world.command(an, asks);
    expect([shows(an, world).length, acts(world).length]).toEqual([2, 2]);
  });

  test('says so when the address is not known', async () => {
    const world = await helplineWorld();
    await talkWith(world, an, { address: 'unknown' });
    await world.command(an, asks);
    expect(readBy(world, an)).toEqual(['Het IP-adres van gesprek 1001 is niet bekend.']);
  });
});

describe('an address that was shown', () => {
  test('is taken back at the end', async () => {
    const { world, conversationId } = await anInTalk();
    await world.command(an, asks);
    expect(shows(an, world)).toEqual(['203.0.113.7']);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    expect([shows(an, world), world.database.tables.addressViews]).toEqual([[], []]);
  });

  test('is taken back when they have the conversation no more', async () => {
    const { world } = await anInTalk();
    await world.command(an, asks);
    await world.leave(an);
    expect(shows(an, world)).toEqual([]);
  });

  test('lies in no row, no audit line and no log line', async () => {
    const { world } = await anInTalk();
    await world.command(an, asks);
    const { actions, audit, addressViews } = world.database.tables;
    const kept = JSON.stringify([actions, audit, addressViews, world.eventLog.events]);
    expect(kept).not.toContain('203.0.113');
  });
});

describe('with “always”', () => {
  test('it is shown to who took the conversation, once, and audited', async () => {
    const { world } = await anInTalk('always');
    await staysFor(world, 5_000);
    await staysFor(world, 5_000);
    expect([shows(an, world), acts(world)]).toEqual([['203.0.113.7'], [['address-shown', an]]]);
  });

  test('it is shown to whom the conversation was handed over, and to the one before no more', async () => {
    const world = await companyWorld({ addressMode: 'always' });
    await showDueAddresses(world);
    await world.command(bert, '!aan');
    await world.bring(bert, '!geef Bert');
    await world.command(an, '!overgenomen');
    await staysFor(world, 5_000);
    expect(acts(world).filter(([act]) => act === 'address-shown')).toEqual([
      ['address-shown', an],
      ['address-shown', bert],
    ]);
    expect(world.database.tables.addressViews.map(({ counsellor }) => counsellor)).toEqual([bert]);
  });
});

describe('with “break-glass”', () => {
  /** Somebody reacts to the newest message of their own desk. */
  const answer = async (world: HelplineWorld, who: typeof an, key: string) => {
    const room = world.deskRoom(who);
    const entry = world.deskDevice.entries.findLast(({ place }) => place.roomId === room);
    if (entry !== undefined)
      world.homeserver.emit(room, who, { kind: 'reaction', to: entry.place.eventId, key });
    await world.settle();
  };

  test('puts ✅ and ❌ under the question, so that one press answers it', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, '!ip acuut gevaar');
    const question = world.deskDevice.entries.findLast(({ versions }) => {
      const [first] = versions;
      return first?.kind === 'recognition' && first.message.code === 'address-question';
    });
    expect(question?.signs).toEqual(['✅', '❌']);
  });

  test('nothing is shown before a second person agrees; team and coordinators are asked, nobody else', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    expect(shows(an, world)).toEqual([]);
    expect([bert, dina, chris].map((who) => codes(world, who))).toEqual([
      ['address-question'],
      ['address-question'],
      [],
    ]);
  });

  test.each([bert, dina])('a ✅ of %s shows it, with both in the audit log', async (second) => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    await answer(world, second, '✅\uFE0F');
    expect(shows(an, world)).toEqual(['203.0.113.7']);
    expect(acts(world)).toEqual([
      ['address-asked', an],
      ['address-confirmed', second],
      ['address-shown', an],
    ]);
    expect(codes(world, bert)).toEqual(['question-answered']);
  });

  test('a ❌ keeps it hidden, and a later ✅ and the clock change nothing', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    await answer(world, bert, '❌');
    await answer(world, dina, '✅');
    await staysFor(world, 6 * minuteMs);
    expect([shows(an, world), codes(world, an).at(-1)]).toEqual([[], 'address-declined']);
  });

  test('a ❌ holds for a question that is asked again: only a ✅ shows it then, and the desk says so', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    await answer(world, bert, '❌');
    await world.command(an, asks);
    expect(toldOf(world, an).at(-1)).toMatchObject({ code: 'address-asked', isAfterNo: true });
    await staysFor(world, 6 * minuteMs);
    expect(shows(an, world)).toEqual([]);
    await answer(world, dina, '✅');
    expect(shows(an, world)).toEqual(['203.0.113.7']);
  });

  test('nobody agrees with themselves', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    await answer(world, an, '✅');
    expect(shows(an, world)).toEqual([]);
  });

  test('after five minutes without a word it is shown, and a coordinator’s review is due', async () => {
    const { world } = await anInTalk('break-glass');
    await world.command(an, asks);
    await staysFor(world, 5 * minuteMs - 1);
    expect(shows(an, world)).toEqual([]);
    await staysFor(world, 1);
    expect([shows(an, world), codes(world, dina).at(-1)]).toEqual([['203.0.113.7'], 'review-due']);
    await answer(world, bert, '✅');
    expect(acts(world)).toEqual([
      ['address-asked', an],
      ['address-shown', an],
    ]);
  });

  test('a conversation that is over shows nothing to anybody', async () => {
    const { world, conversationId } = await anInTalk('break-glass');
    await world.command(an, asks);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    await answer(world, bert, '✅');
    await staysFor(world, 6 * minuteMs);
    expect([shows(an, world), codes(world, bert)]).toEqual([[], ['question-over']]);
  });
});
