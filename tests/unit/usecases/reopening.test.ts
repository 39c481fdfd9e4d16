import { describe, expect, test } from '@jest/globals';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { endReopenings } from '../../../appservice/usecases/end-reopenings.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { aftermath, endedWorld } from '../../support/worlds/ended-world.ts';
import { joinedBy } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina, stranger } = people;
const hour = 60 * minuteMs;

describe('an ended conversation', () => {
  test('is open again for an hour for who was in it, and for nobody else', async () => {
    const world = await endedWorld();
    const said = await world.command(an, '!heropen 1001 verslag nalezen');
    const until = world.clock.now() + hour;
    expect(aftermath(said)).toEqual({ code: 'reopened', caseNumber: '1001', until, isAgain: false });
    expect(world.roomsOf(an, 'invite').map(({ roomId }) => roomId)).toEqual([world.roomId]);
    await world.accept(an);
    await world.later(hour - secondMs);
    expect(world.membership(an)).toBe('join');
    await world.later(secondMs);
    expect(world.membership(an)).toBe('leave');
    expect(world.lastChange(an)?.reason).toBe('Het uur om na te lezen is om, je hoeft niets te doen.');
  });

  test('is opened with the reason in the audit log, and in no other place', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag nalezen');
    const { conversationId } = world;
    const line = { act: 'conversation-reopened', who: an, conversationId, reason: 'verslag nalezen' };
    expect(world.audit()).toEqual([expect.objectContaining(line)]);
    const others = { ...world.database.tables, audit: [] };
    expect(JSON.stringify(others)).not.toContain('nalezen');
  });

  test('opened twice says until when, invites again, and is open no longer for it', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag nalezen');
    const until = world.clock.now() + hour;
    await world.accept(an);
    await world.leave(an);
    world.clock.elapse(10 * minuteMs);
    const said = await world.command(an, '!heropen 1001 nog eens');
    expect(aftermath(said)).toEqual({ code: 'reopened', caseNumber: '1001', until, isAgain: true });
    expect(world.membership(an)).toBe('invite');
    expect(world.audit()).toHaveLength(1);
    await world.later(50 * minuteMs);
    expect(world.membership(an)).toBe('leave');
  });

  test('opened again after its hour is a second opening', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag');
    await world.later(hour);
    expect(aftermath(await world.command(an, '!heropen 1001 verslag'))).toMatchObject({ isAgain: false });
    expect(world.membership(an)).toBe('invite');
    await world.later(hour);
    expect(world.membership(an)).toBe('leave');
    expect(world.audit()).toHaveLength(2);
  });

  test.each([
    ['a colleague of the same team', bert],
    ['a coordinator of all teams', dina],
  ])('stays closed to %s, in the words that a number without conversation gets', async (_, who) => {
    const world = await endedWorld();
    const real = aftermath(await world.command(who, '!heropen 1001 nieuwsgierig'));
    const none = aftermath(await world.command(who, '!heropen 9999 nieuwsgierig'));
    const code = 'not-yours';
    expect(real).toEqual({ code: 'refused', refusal: { code, caseNumber: '1001' } });
    expect(none).toEqual({ code: 'refused', refusal: { code, caseNumber: '9999' } });
    expect(world.membership(who)).toBe('leave');
    const { conversationId } = world;
    const line = { act: 'conversation-refused', who, reason: 'nieuwsgierig' };
    expect(world.audit()).toEqual([
      expect.objectContaining({ ...line, conversationId }),
      expect.objectContaining({ ...line, conversationId: null }),
    ]);
  });

  test('stays closed to who only saw its card', async () => {
    const world = await endedWorld();
    await world.onDuty(bert);
    const { conversationId } = await world.call();
    await world.command(bert, '!neem 1002');
    await world.leave(bert);
    expect(world.database.tables.participants.has(conversationId)).toBe(false);
  });

  test('is open once its room is closed, also when the closing is late', async () => {
    const world = await endedWorld();
    await world.command(an, '!aan');
    const { conversationId } = await joinedBy(an, world);
    world.homeserver.failing.set('remove-all', 'unreachable');
    await world.command(an, '!einde 1002');
    await world.command(an, '!heropen 1002 verslag');
    world.homeserver.failing.clear();
    await world.elapse(2);
    const room = world.conversation(conversationId).roomId;
    expect(world.roomsOf(an, 'invite').map(({ roomId }) => roomId)).toEqual([room]);
  });

  test('that is still going is not reopened, and its counsellor is no intruder', async () => {
    const world = await endedWorld();
    await joinedBy(an, world);
    const said = aftermath(await world.command(an, '!heropen 1002 verslag'));
    expect(said).toMatchObject({ refusal: { code: 'still-going' } });
    expect(world.audit()).toEqual([]);
  });
});

describe('the room of an ended conversation', () => {
  test('is left by who joins after the hour, before the sweep looks', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag');
    world.clock.elapse(hour);
    await world.accept(an);
    expect(world.membership(an)).toBe('leave');
    await endReopenings(world);
    expect(world.database.tables.reopenings).toEqual([]);
  });

  test('is left by whom somebody else invites, which is audited', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag');
    await world.accept(an);
    world.homeserver.setMember(world.roomId, { member: stranger, membership: 'invite', sender: an });
    await world.settle();
    expect([world.membership(stranger), world.membership(an)]).toEqual(['leave', 'join']);
    expect(world.audit().at(-1)).toMatchObject({ act: 'stranger-removed', who: an, subject: stranger });
  });

  test('is left in the end, however long the homeserver is away', async () => {
    const world = await endedWorld();
    await world.command(an, '!heropen 1001 verslag');
    await world.accept(an);
    world.homeserver.failing.set('remove', 'unreachable');
    await world.later(hour);
    for (let hours = 0; hours < 3; hours += 1) await world.later(hour);
    expect(world.membership(an)).toBe('join');
    world.homeserver.failing.clear();
    await world.later(minuteMs);
    expect(world.membership(an)).toBe('leave');
  });
});

describe('who read along', () => {
  test('may read it again as its counsellor may, and who only was asked may not', async () => {
    const world = await companyWorld();
    await world.bring(bert, '!overleg Bert');
    await world.command(an, '!overleg Dina');
    await world.command(an, '!einde');
    const { conversationId } = world;
    expect([...(world.database.tables.participants.get(conversationId) ?? [])]).toEqual([an, bert]);
    expect(aftermath(await world.command(bert, '!heropen 1001 verslag'))).toMatchObject({ code: 'reopened' });
    expect(aftermath(await world.command(dina, '!heropen 1001 verslag'))).toMatchObject({ code: 'refused' });
  });
});
