import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { reportSecurity, type SecurityReport } from '../../../appservice/usecases/report-security.ts';
import { takeConversation } from '../../../appservice/usecases/take-conversation.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { eventId } from '../../support/parsed.ts';
import { helplineWorld, joinedBy } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert } = people;

const noKey: SecurityReport = { state: 'unsecured', code: 'no-key-delivered' };

describe('taking a conversation', () => {
  test('invites who takes, and nobody else', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    const { conversationId } = await world.call();
    await world.press(an, '✋\uFE0F');
    expect(world.conversation(conversationId).phase).toMatchObject({ name: 'taken', counsellor: an });
    expect([world.roomsOf(an, 'invite').length, world.roomsOf(bert, 'invite').length]).toEqual([1, 0]);
    expect(world.card(an)).toBe('taken');
  });

  test('has exactly one winner when two press at once, and tells the other', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    const { conversationId } = await world.call();
    const take = (counsellor: typeof an, id: string) =>
      takeConversation(world, { counsellor, which: { conversationId }, eventId: eventId(id) });
    const results = await Promise.all([take(bert, '$b'), take(an, '$a')]);
    await world.settle();
    expect(results.filter((result) => result?.ok)).toHaveLength(1);
    const problem = { code: 'already-taken', caseNumber: '1001', who: 'Bert' };
    expect(results[1]).toEqual({ ok: false, problem });
    expect(world.shown(an).at(-1)).toMatchObject({ refusal: { code: 'already-taken' } });
    expect(world.card(an)).toBe('withdrawn');
    expect([world.roomsOf(an, 'invite').length, world.roomsOf(bert, 'invite').length]).toEqual([0, 1]);
  });

  test('gives two conversations to two counsellors who press in one transaction', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    const first = await world.call();
    world.react(an, '✋');
    world.write(bert, '!neem');
    await world.settle();
    expect(world.conversation(first.conversationId).phase).toMatchObject({ counsellor: an });
    expect(world.shown(bert).at(-1)).toMatchObject({ refusal: { code: 'nothing-to-take' } });
  });

  test('by number, without a card of one’s own, lays a card that says so', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    await world.call();
    expect(await world.command(bert, '!neem 1001')).toMatchObject({ kind: 'card', state: { name: 'taken' } });
    expect(world.card(an)).toBe('withdrawn');
  });

  test('again after having declined it lays a card each time, which follows to the end', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.press(an, '✋');
    for (let time = 0; time < 2; time += 1) {
      await world.leave(an);
      expect(world.card(an)).toBe('returned');
      world.clock.elapse(1_000);
      expect(await world.command(an, '!neem')).toMatchObject({ kind: 'card', state: { name: 'taken' } });
    }
    await world.accept(an);
    await world.elapse(5);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    expect(world.card(an)).toBe('ended');
  });

  test('before the team’s card could be sent, and giving it back, leaves that card open', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.elapse(59);
    world.homeserver.failing.set('desk-send', 'unreachable');
    await world.elapse(1);
    await world.onDuty(an);
    await world.command(an, '!neem');
    await world.leave(an);
    world.homeserver.failing.clear();
    await world.elapse(3);
    expect(world.card('limburg')).toBe('open');
  });

  test.each(['timeout', 'identity-unknown', 'unreachable'])(
    'is not lost when their identity cannot be looked up now (%s): the pinned one holds',
    async (code) => {
      const world = await helplineWorld();
      await world.onDuty(an);
      const { conversationId } = await world.call();
      world.homeserver.failing.set('look', code);
      await world.press(an, '✋');
      expect(world.conversation(conversationId).phase).toMatchObject({ name: 'taken', counsellor: an });
      expect(world.duty(an).state).toBe('on');
      expect(world.eventLog.events).toContainEqual({ event: 'job.failed', job: 'look-up-identity', code });
    },
  );

  test('says nothing more to whoever presses twice', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.press(an, '✋');
    const before = world.shown(an).length;
    await world.press(an, '✋');
    expect(world.shown(an)).toHaveLength(before);
  });

  test('is refused without duty, and without a free slot', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    expect(await world.command(bert, '!neem')).toMatchObject({ refusal: { code: 'not-on-duty' } });
    await world.command(an, '!neem');
    await world.onDuty(bert);
    await world.call();
    expect(await world.command(an, '!neem')).toMatchObject({ refusal: { code: 'no-free-slot' } });
  });

  test('shows the caller the counsellor with the pinned key and the organisation', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    const view = await viewConversation(world, conversationId);
    expect(view).toMatchObject({
      phase: 'joined',
      counsellor: { userId: an, masterKey: `key of ${an}`, organisation: 'CAW' },
    });
  });
});

describe('a conversation goes back to the pool', () => {
  test('when who took it is not in the room after 30 seconds', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    const { conversationId } = await world.call();
    await world.press(an, '✋');
    await world.elapse(30);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'returned', reason: 'not-joined' });
    expect(world.roomsOf(an, 'invite')).toHaveLength(0);
    expect([world.card(an), world.card(bert)]).toEqual(['returned', 'open']);
    expect(world.conversation(conversationId).phase).toMatchObject({ name: 'waiting', asked: [an] });
  });

  test('when they decline the invitation, and when they leave', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.call();
    await world.press(an, '✋');
    await world.leave(an);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'returned', reason: 'declined' });
    await world.command(an, '!neem');
    await world.accept(an);
    await world.leave(an);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'returned', reason: 'left' });
  });

  test('when no key has reached a signed device for ten seconds', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await reportSecurity(world, { conversationId, report: noKey });
    await world.elapse(9);
    expect(world.conversation(conversationId).phase.name).toBe('joined');
    await world.elapse(1);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'returned', reason: 'no-device' });
    expect(world.roomsOf(an, 'join')).toHaveLength(0);
  });

  test('not when the key came through in time', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await reportSecurity(world, { conversationId, report: noKey });
    await world.elapse(5);
    await reportSecurity(world, { conversationId, report: { state: 'secured' } });
    await world.elapse(20);
    expect(world.conversation(conversationId).phase.name).toBe('joined');
  });

  test('when they stay silent: a nudge that rings at 120 seconds, given back at 180', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await world.elapse(119);
    expect(world.shown(an).at(-1)?.kind).toBe('card');
    await world.elapse(1);
    expect(world.deskDevice.entries.at(-1)).toMatchObject({ mention: an, versions: [{ kind: 'nudge' }] });
    await world.elapse(60);
    expect(world.shown(an).at(-1)).toMatchObject({ kind: 'returned', reason: 'silent' });
    expect(world.conversation(conversationId).phase.name).toBe('waiting');
  });

  test('never again once they have spoken', async () => {
    const world = await helplineWorld();
    const { conversationId, roomId } = await joinedBy(an, world);
    await world.say(an, roomId);
    for (let minute = 0; minute < 60; minute += 1) {
      world.clock.elapse(60_000);
      await world.unitOfWork.run(({ conversations }) =>
        conversations.save({ ...world.conversation(conversationId), lastContactAt: world.clock.now() }),
      );
      await world.settle();
    }
    expect(world.conversation(conversationId).phase.name).toBe('talking');
  });
});

test('a report about a conversation that nobody has is refused', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  const { conversationId } = await world.call();
  const report = await reportSecurity(world, { conversationId, report: noKey });
  expect(report).toEqual({ ok: false, problem: { code: 'nobody-to-secure' } });
});
