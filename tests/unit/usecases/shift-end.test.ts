import { describe, expect, test } from '@jest/globals';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { endDutyAtClosing } from '../../../appservice/usecases/end-duty-at-closing.ts';
import { endDutyOfUnseen } from '../../../appservice/usecases/end-duty-of-unseen.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { courseOf } from '../../support/worlds/course-world.ts';
import { helplineWorld, tuesdayAtFive, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;

/** What the desk has said about a choice, in the order in which it was said: to whom, whether it rang, which words. */
const said = (world: HelplineWorld, code: string) =>
  world.deskDevice.entries.flatMap(({ versions, mention }) =>
    versions.flatMap((message) =>
      message.kind === 'course' && message.message.code === code ? [{ mention, message }] : [],
    ),
  );

describe('the end of a shift with an open conversation', () => {
  test('takes no new ones at once, and says what can be chosen', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    const { caseNumber } = world.conversation(course.conversationId);
    expect(await world.command(an, '!uit')).toEqual({
      kind: 'course',
      message: { code: 'shift-ended', reason: 'own', caseNumbers: [caseNumber] },
    });
    expect(world.duty(an).state).toBe('off');
    expect(world.conversation(course.conversationId).phase.name).toBe('joined');
  });

  test('asks again every five minutes, ringing, until a choice is made', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await world.command(an, '!uit');
    await course.pass(4 * 60 + 58, { step: 2 });
    expect(said(world, 'shift-choice')).toEqual([]);
    await course.pass(2);
    expect(said(world, 'shift-choice').map(({ mention }) => mention)).toEqual([an]);
    await course.pass(5 * 60, { step: 2 });
    expect(said(world, 'shift-choice')).toHaveLength(2);
    expect(await world.command(an, '!verder we ronden nog af')).toMatchObject({
      message: { code: 'going-on', isShiftOver: true },
    });
    await course.pass(11 * 60, { step: 2 });
    expect(said(world, 'shift-choice')).toHaveLength(2);
    expect(world.conversation(course.conversationId).phase.name).toBe('talking');
  });

  test('asks three times more and then rings the coordinators instead, once', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await world.command(an, '!uit');
    await course.pass(40 * 60, { step: 5 });
    const asked = said(world, 'shift-choice').map(({ message: { message } }) => message);
    expect(asked).toMatchObject([{ isLast: false }, { isLast: false }, { isLast: true }]);
    expect(said(world, 'choice-overdue')).toMatchObject([
      { mention: dina, message: { message: { who: 'An' } } },
    ]);
  });

  test('is over for a conversation that was ended, and for who is on duty again', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await world.command(an, '!uit');
    await world.command(an, '!aan');
    await course.pass(6 * 60, { step: 2 });
    await world.command(an, '!uit');
    await world.command(an, '!einde');
    await course.pass(6 * 60, { step: 2, isAway: true });
    expect(said(world, 'shift-choice')).toEqual([]);
  });

  test('at closing time rings, and says that it goes on', async () => {
    const world = await helplineWorld({ openingHours: seedHours, startsAt: tuesdayAtFive + 115 * minuteMs });
    const course = await courseOf(an, world);
    await course.speak();
    await course.pass(5 * 60, { step: 5 });
    await endDutyAtClosing(world);
    await course.look();
    expect(said(world, 'shift-ended')).toMatchObject([
      { mention: an, message: { message: { reason: 'closing-time' } } },
    ]);
  });

  test('without one says nothing of choices', async () => {
    const world = await helplineWorld();
    await world.onDuty(bert);
    expect(await world.command(bert, '!uit')).toMatchObject({ kind: 'duty', state: 'off' });
  });
});

describe('a counsellor whose devices are not to be seen', () => {
  const gone = async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await course.pass(5 * 60, { step: 5 });
    world.homeserver.unseenMs.set(an, 5 * minuteMs);
    await endDutyOfUnseen(world);
    await course.look();
    const isAway = async () => (await viewConversation(world, course.conversationId))?.isCounsellorAway;
    return { world, course, isAway };
  };

  test('is told to their caller, until they are seen again', async () => {
    const { world, isAway } = await gone();
    expect(await isAway()).toBe(true);
    world.homeserver.unseenMs.set(an, 1_000);
    await endDutyOfUnseen(world);
    expect(await isAway()).toBe(false);
  });

  test('is told to nobody when it is not known, and stays told while it cannot be asked', async () => {
    const { world, isAway } = await gone();
    world.homeserver.failing.set('presence', 'timeout');
    await endDutyOfUnseen(world);
    expect(await isAway()).toBe(true);
    world.homeserver.failing.clear();
    world.homeserver.unseenMs.delete(an);
    await endDutyOfUnseen(world);
    expect(await isAway()).toBe(false);
  });

  test('is not called away right after they took the conversation', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    world.homeserver.unseenMs.set(an, 9 * minuteMs);
    await endDutyOfUnseen(world);
    expect((await viewConversation(world, course.conversationId))?.isCounsellorAway).toBe(false);
  });

  test('leaves nobody alone: the coordinator is rung, once, and their own choice is asked for', async () => {
    const { world, course } = await gone();
    expect(said(world, 'shift-ended')).toMatchObject([{ mention: an }]);
    expect(said(world, 'counsellor-gone')).toMatchObject([
      { mention: dina, message: { message: { who: 'An' } } },
    ]);
    await course.pass(10 * 60, { step: 5 });
    expect(said(world, 'counsellor-gone')).toHaveLength(1);
    expect(said(world, 'shift-choice')).toHaveLength(2);
  });

  test('is told to the coordinator also when they had chosen to stay', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await world.command(an, '!uit');
    await world.command(an, '!verder nog even');
    await course.pass(5 * 60, { step: 5 });
    world.homeserver.unseenMs.set(an, 5 * minuteMs);
    await endDutyOfUnseen(world);
    await course.look();
    expect(said(world, 'counsellor-gone')).toHaveLength(1);
  });
});
