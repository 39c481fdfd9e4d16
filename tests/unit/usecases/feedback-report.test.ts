import { beforeEach, describe, expect, test } from '@jest/globals';
import { dayMs } from '../../../appservice/domain/time.ts';
import { readFeedbackKey } from '../../../appservice/usecases/read-feedback-key.ts';
import { recordFeedback } from '../../../appservice/usecases/record-feedback.ts';
import { shuffleFeedback } from '../../../appservice/usecases/shuffle-feedback.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;
const answers = { heard: 'yes', helped: 'no', nextStep: null, easy: 'yes' } as const;

let world: HelplineWorld;

beforeEach(async () => {
  world = await helplineWorld();
});

const add = (week: string, count: number, remark: string | null = null) =>
  world.unitOfWork.run(async ({ feedbackBox }) => {
    for (let each = 0; each < count; each += 1)
      await feedbackBox.add({ week, language: 'nl', answers, remark });
  });
const refused = { kind: 'refusal', refusal: { code: 'coordinator-only' } };

describe('!feedback', () => {
  test('tells a coordinator the figures of the last four groups, oldest first', async () => {
    for (const week of [40, 41, 42, 43, 44]) await add(`2026-W${String(week)}`, week - 35);
    await shuffleFeedback(world);
    expect(await world.command(dina, '!feedback')).toMatchObject({
      kind: 'feedback',
      groups: [6, 7, 8, 9].map((count) => ({ count, answers: { heard: { yes: count } } })),
    });
  });

  test('tells nothing of weeks to which something may be added still', async () => {
    await add('2026-W47', 5);
    await shuffleFeedback(world);
    expect(await world.command(dina, '!feedback')).toEqual({ kind: 'feedback', groups: [] });
    world.clock.elapse(7 * dayMs);
    expect(await world.command(dina, '!feedback')).toEqual({ kind: 'feedback', groups: [] });
    await shuffleFeedback(world);
    expect(await world.command(dina, '!feedback')).toMatchObject({ groups: [{ count: 5 }] });
  });

  test.each(['!feedback', '!feedback opmerkingen'])('%s is refused to a counsellor', async (command) => {
    await add('2026-W40', 5, 'Dank je');
    await shuffleFeedback(world);
    expect(await world.command(an, command)).toEqual(refused);
    expect(JSON.stringify(world.deskDevice.entries)).not.toContain('Dank je');
  });
});

describe('!feedback opmerkingen', () => {
  test('tells a coordinator the words of the newest group, and keeps them in one place', async () => {
    await add('2026-W40', 5, 'Dank je');
    await shuffleFeedback(world);
    expect(await world.command(dina, '!feedback opmerkingen')).toEqual({
      kind: 'remarks',
      found: {
        weeks: { first: '2026-W40', last: '2026-W40' },
        remarks: Array.from({ length: 5 }, () => 'Dank je'),
      },
    });
    expect(JSON.stringify(world.database.tables.actions)).not.toContain('Dank je');
  });

  test('says that there are none', async () => {
    expect(await world.command(dina, '!feedback opmerkingen')).toEqual({ kind: 'remarks', found: null });
  });

  test('is answered once, though the event comes again', async () => {
    const before = world.shown(dina).length;
    await world.command(dina, '!feedback opmerkingen');
    world.restart();
    await world.settle();
    expect(world.shown(dina)).toHaveLength(before + 1);
  });
});

test('feedback is not added to a week whose key a night has forgotten meanwhile', async () => {
  const { week } = await readFeedbackKey(world);
  const key = must(world.database.tables.feedback.keys.get(week), 'the key');
  const token = new Uint8Array(32).fill(1);
  const signature = must(world.blindSigner.sign(key.privateKey, token), 'a signature');
  const nightComesFirst: typeof world.unitOfWork = {
    ...world.unitOfWork,
    run: async (work) => {
      await world.unitOfWork.run(({ feedbackTokens }) =>
        feedbackTokens.forgetBefore({ week: '2026-W49', endedAt: 0 }),
      );
      return await world.unitOfWork.run(work);
    },
  };
  const feedback = { week, language: 'nl', answers, remark: null } as const;
  expect(
    await recordFeedback({ ...world, unitOfWork: nightComesFirst }, { feedback, token, signature }),
  ).toEqual({ ok: false, problem: { code: 'unknown-week' } });
});
