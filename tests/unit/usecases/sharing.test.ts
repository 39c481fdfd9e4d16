import { describe, expect, test } from '@jest/globals';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { must } from '../../support/parsed.ts';
import { aftermath, endedWorld } from '../../support/worlds/ended-world.ts';
import { offboard } from '../../support/worlds/offboarding.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina, stranger } = people;
const hour = 60 * minuteMs;

type EndedWorld = Awaited<ReturnType<typeof endedWorld>>;

const mayInvite = ({ homeserver, roomId }: EndedWorld) => [
  ...must(homeserver.rooms.get(roomId), 'the room').inviters,
];

/** An's own Element invites somebody. */
const invite = async (world: EndedWorld, member: typeof an) => {
  world.homeserver.setMember(world.roomId, { member, membership: 'invite', sender: an });
  await world.settle();
};

describe('sharing a conversation that is over', () => {
  test('opens it, gives the right for one invitation, and says what to write', async () => {
    const world = await endedWorld();
    const said = await world.command(an, '!deel 1001 Bert');
    const until = world.clock.now() + hour;
    const told = { code: 'shared', caseNumber: '1001', until, who: 'Bert', colleague: bert };
    expect(aftermath(said)).toEqual(told);
    expect(aftermath(world.shown(bert).at(-1))).toMatchObject({ code: 'shared-with-you', who: 'An', until });
    expect([world.membership(an), world.membership(bert)]).toEqual(['invite', 'leave']);
    expect(mayInvite(world)).toEqual([an]);
  });

  test('lets the colleague in by the participant’s invitation, and takes the right back at once', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    await world.accept(an);
    await invite(world, bert);
    expect(mayInvite(world)).toEqual([]);
    expect(aftermath(world.shown(an).at(-1))).toEqual({ code: 'invited', caseNumber: '1001', who: 'Bert' });
    await world.accept(bert);
    expect(world.membership(bert)).toBe('join');
  });

  test('takes both out when the hour is over, and the right with them', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    await world.accept(an);
    await invite(world, bert);
    await world.accept(bert);
    await world.command(an, '!deel 1001 Dina');
    expect(mayInvite(world)).toEqual([an]);
    await world.later(hour);
    expect([world.membership(an), world.membership(bert), mayInvite(world)]).toEqual(['leave', 'leave', []]);
    expect(world.database.tables.reopenings).toEqual([]);
  });

  test('within an hour that has begun prolongs nothing', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag');
    const until = world.clock.now() + hour;
    world.clock.elapse(20 * minuteMs);
    expect(aftermath(await world.command(an, '!deel 1001 Bert'))).toMatchObject({ until });
    expect(world.audit().map(({ act }) => act)).toEqual(['conversation-reopened', 'conversation-shared']);
  });

  test('is audited with whom, the opening too', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    const line = { who: an, subject: bert, conversationId: world.conversationId };
    expect(world.audit()).toEqual([
      expect.objectContaining({ ...line, act: 'conversation-reopened' }),
      expect.objectContaining({ ...line, act: 'conversation-shared' }),
    ]);
  });

  test('makes no participant of the colleague, who cannot read it again alone', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    await world.accept(an);
    await invite(world, bert);
    await world.accept(bert);
    await world.later(hour);
    expect(aftermath(await world.command(bert, '!heropen 1001 nog eens'))).toMatchObject({ code: 'refused' });
  });

  test.each([
    ['another than the named colleague', dina],
    ['a stranger', stranger],
  ])('undoes an invitation of %s, says and audits it, and takes the right back', async (_, somebody) => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    await world.accept(an);
    await invite(world, somebody);
    expect([world.membership(somebody), mayInvite(world)]).toEqual(['leave', []]);
    expect(world.audit().at(-1)).toMatchObject({ act: 'stranger-removed', who: an, subject: somebody });
    expect(aftermath(world.shown(an).at(-1))).toMatchObject({ code: 'stranger', stranger: somebody });
  });

  test('gives no right that comes after the hour', async () => {
    const world = await endedWorld();
    world.homeserver.failing.set('allow-inviting', 'unreachable');
    await world.command(an, '!deel 1001 Bert');
    world.clock.elapse(hour);
    world.homeserver.failing.clear();
    await world.elapse(1);
    expect(mayInvite(world)).toEqual([]);
  });
});

describe('sharing is refused', () => {
  test('with a colleague of another team, which is audited', async () => {
    const world = await endedWorld();
    const said = aftermath(await world.command(an, '!deel 1001 Chris'));
    expect(said).toEqual({ code: 'refused', refusal: { code: 'other-team', who: 'Chris' } });
    expect(world.audit()).toEqual([
      expect.objectContaining({ act: 'conversation-refused', who: an, subject: chris }),
    ]);
    expect([world.membership(an), mayInvite(world)]).toEqual(['leave', []]);
  });

  test('to who was not in it, in the same words as for a number without conversation', async () => {
    const world = await endedWorld();
    const said = [
      aftermath(await world.command(bert, '!deel 1001 An')),
      aftermath(await world.command(bert, '!deel 9999 An')),
    ];
    const code = 'not-yours';
    expect(said).toEqual([
      { code: 'refused', refusal: { code, caseNumber: '1001' } },
      { code: 'refused', refusal: { code, caseNumber: '9999' } },
    ]);
    expect(world.audit().map(({ act }) => act)).toEqual(['conversation-refused', 'conversation-refused']);
  });

  test('with oneself, and with nobody who is known', async () => {
    const world = await endedWorld();
    const self = aftermath(await world.command(an, '!deel 1001 An'));
    expect(self).toMatchObject({ refusal: { code: 'not-with-yourself' } });
    expect(await world.command(an, '!deel 1001 Wim')).toMatchObject({ refusal: { code: 'who-is-that' } });
    expect(world.audit()).toEqual([]);
  });
});

describe('a conversation that is open again', () => {
  test('is closed to everybody by an emergency stop', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    await world.accept(an);
    await invite(world, bert);
    await world.accept(bert);
    await world.command(dina, '!noodstop iemand is in ons systeem');
    expect([world.membership(an), world.membership(bert)]).toEqual(['leave', 'leave']);
    expect(world.database.tables.reopenings).toEqual([]);
  });

  test('is closed to who works here no more, and to whom they share it with, and to nobody else', async () => {
    const world = await endedWorld();
    await world.command(an, '!deel 1001 Bert');
    const others = { person: chris, until: world.clock.now() + hour, sharedBy: null };
    await world.unitOfWork.run(({ reopenings }) => reopenings.save(world.conversationId, others));
    await world.accept(an);
    await offboard(world, dina, 'An');
    expect(world.membership(an)).toBe('leave');
    expect(world.database.tables.reopenings).toMatchObject([others]);
    expect(mayInvite(world)).toEqual([]);
  });
});
