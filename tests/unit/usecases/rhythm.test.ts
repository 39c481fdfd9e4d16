import { describe, expect, test } from '@jest/globals';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { must } from '../../support/parsed.ts';
import { courseOf, type Course } from '../../support/worlds/course-world.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert } = people;
const isRhythm = (message: { readonly kind: string; readonly message?: unknown }): boolean =>
  message.kind === 'course' && (message.message as { readonly code: string }).code === 'rhythm';
const notesOf = (world: HelplineWorld) =>
  world.deskDevice.entries.filter(({ versions }) => versions.some(isRhythm));
const notes = (world: HelplineWorld) =>
  notesOf(world).map(({ versions }) => (versions.at(-1) as { message: { note: number } }).message.note);

/** A conversation in which they have talked for so many minutes. */
async function talkedFor(minutes: number, world: HelplineWorld): Promise<Course> {
  const course = await courseOf(an, world);
  await course.speak();
  await course.pass(minutes * 60, { step: 6 });
  return course;
}

const pressUnderQuestion = async (world: HelplineWorld, sign: string) => {
  const { place } = must(notesOf(world).at(-1), 'a note');
  world.homeserver.emit(place.roomId, an, { kind: 'reaction', to: place.eventId, key: sign });
  await world.settle();
  return world.shown(an).at(-1);
};

describe('the rhythm of a conversation', () => {
  test('prompts the counsellor at 45 and 55 minutes, asks and rings at 60, and cuts nothing', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(44, world);
    expect(notes(world)).toEqual([]);
    const said: string[] = [];
    for (let minute = 45; minute <= 61; minute += 1) {
      const before = notes(world).length;
      await course.pass(60, { step: 6 });
      if (notes(world).length > before) said.push(`${String(minute)}: ${String(notes(world).at(-1))}`);
    }
    expect(said).toEqual(['45: 45', '55: 55', '60: 60']);
    expect(notesOf(world).map(({ mention, signs }) => [mention, signs])).toEqual([
      [null, []],
      [null, []],
      [an, ['✅', '▶']],
    ]);
    expect(world.conversation(course.conversationId).phase.name).toBe('talking');
  });

  test('tells the caller from 50 minutes on', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(49, world);
    const seen = async () => (await viewConversation(world, course.conversationId))?.isRoundingOff;
    expect(await seen()).toBe(false);
    await course.pass(60, { step: 6 });
    expect(await seen()).toBe(true);
  });

  test('says nothing twice after a restart, and after an absence of the service what is newest', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(46, world);
    world.restart();
    await course.look();
    expect(notes(world)).toEqual([45]);
    world.clock.elapse(11 * minuteMs);
    await course.pass(1);
    expect(notes(world)).toEqual([45, 55]);
  });

  test('waits while the caller is away', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(44, world);
    await course.pass(4 * 60, { isAway: true, step: 10 });
    await course.pass(55, { step: 5 });
    expect(notes(world)).toEqual([]);
    await course.pass(10, { step: 5 });
    expect(notes(world)).toEqual([45]);
  });

  test('begins anew with whoever takes the conversation after it went back to the pool', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(56, world);
    await world.leave(an);
    expect(world.conversation(course.conversationId)).toMatchObject({
      phase: { name: 'waiting' },
      rhythm: { pausedMs: 0, lastNote: null },
      toldConnection: null,
    });
  });
});

describe('the choice at 60 minutes', () => {
  test('is to round off, by ✅ or by command, and is recorded', async () => {
    const world = await helplineWorld();
    const course = await talkedFor(61, world);
    expect(await pressUnderQuestion(world, '✅')).toMatchObject({ message: { code: 'rounding-off' } });
    expect(world.conversation(course.conversationId).rhythm.choice).toBe('round-off');
    expect(await world.command(an, '!afronden')).toMatchObject({ message: { code: 'rounding-off' } });
  });

  test('is to go on with a reason, which is audited; ▶ alone asks for it', async () => {
    const world = await helplineWorld();
    const { conversationId } = await talkedFor(61, world);
    expect(await pressUnderQuestion(world, '▶\uFE0F')).toMatchObject({ message: { code: 'why-go-on' } });
    expect(world.conversation(conversationId).rhythm.choice).toBeNull();
    expect(await world.command(an, '!verder')).toMatchObject({ problem: { code: 'missing-reason' } });
    expect(await world.command(an, '!verder nog geen veilige plek')).toMatchObject({
      message: { code: 'going-on' },
    });
    expect(world.conversation(conversationId).rhythm.choice).toBe('go-on');
    expect(world.database.tables.audit).toEqual([
      {
        at: world.clock.now(),
        act: 'conversation-went-on',
        who: an,
        conversationId,
        subject: null,
        reason: 'nog geen veilige plek',
      },
    ]);
  });

  test('is refused to whoever does not have the conversation, by command and by an old question', async () => {
    const world = await helplineWorld();
    await talkedFor(61, world);
    expect(await world.command(bert, '!afronden')).toMatchObject({ refusal: { code: 'no-conversation' } });
    expect(await world.command(bert, '!verder 4711 zomaar')).toMatchObject({
      refusal: { code: 'no-conversation' },
    });
    await world.command(an, '!einde');
    expect(await pressUnderQuestion(world, '✅')).toMatchObject({ refusal: { code: 'no-conversation' } });
    expect(await pressUnderQuestion(world, '▶')).toMatchObject({ refusal: { code: 'no-conversation' } });
  });
});

describe('after a conversation', () => {
  test('the counsellor may pause by ⏸, which the desk has put there', async () => {
    const world = await helplineWorld();
    await talkedFor(1, world);
    await world.command(an, '!einde');
    const ended = must(
      world.deskDevice.entries.findLast(({ versions }) => versions.at(-1)?.kind === 'conversation-ended'),
      'the word that it is over',
    );
    expect(ended.signs).toEqual(['⏸']);
    world.homeserver.emit(ended.place.roomId, an, {
      kind: 'reaction',
      to: ended.place.eventId,
      key: '⏸\uFE0F',
    });
    await world.settle();
    expect(world.duty(an).state).toBe('paused');
  });
});
