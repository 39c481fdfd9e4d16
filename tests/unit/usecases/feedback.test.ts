import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EndedBy } from '../../../appservice/domain/conversation.ts';
import type { ConversationId } from '../../../appservice/domain/ids.ts';
import { dayMs, minuteMs } from '../../../appservice/domain/time.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { readFeedbackKey } from '../../../appservice/usecases/read-feedback-key.ts';
import { recordFeedback } from '../../../appservice/usecases/record-feedback.ts';
import { shuffleFeedback } from '../../../appservice/usecases/shuffle-feedback.ts';
import { signFeedbackToken } from '../../../appservice/usecases/sign-feedback-token.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

/** The week of `tuesdayAtFive`. */
const week = '2026-W48';
const token = new Uint8Array(32).fill(1);
const another = new Uint8Array(32).fill(2);
const answers = { heard: 'yes', helped: 'no', nextStep: null, easy: 'yes' } as const;
const weekMs = 7 * dayMs;

let world: HelplineWorld;
let conversationId: ConversationId;

beforeEach(async () => {
  world = await helplineWorld();
  ({ conversationId } = await joinedBy(people.an, world));
  await readFeedbackKey(world);
});

const end = (by: Extract<EndedBy, 'caller' | 'exit' | 'failure'>) =>
  endConversation(world, { conversationId, by });
const sign = (blinded = token, of = week) => signFeedbackToken(world, { conversationId, week: of, blinded });
const signed = async () => {
  const outcome = await sign();
  return must(outcome.ok ? outcome.value : undefined, 'a signature');
};
const record = (signature: Uint8Array, change: { token?: Uint8Array; week?: string } = {}) =>
  recordFeedback(world, {
    feedback: { week: change.week ?? week, language: 'nl', answers, remark: 'Dank je' },
    token: change.token ?? token,
    signature,
  });
const box = () => world.database.tables.feedback.box;
const refused = (code: string) => ({ ok: false, problem: { code } });

describe('the key of the week', () => {
  test('is the same for everybody who asks, and another one next week', async () => {
    const first = await readFeedbackKey(world);
    expect(await readFeedbackKey(world)).toEqual(first);
    expect(first.week).toBe(week);
    world.clock.elapse(weekMs);
    const next = await readFeedbackKey(world);
    expect(next.week).toBe('2026-W49');
    expect(next.publicKey).not.toEqual(first.publicKey);
  });

  test('is made once where many ask first', async () => {
    world.clock.elapse(weekMs);
    const keys = await Promise.all([1, 2, 3].map(() => readFeedbackKey(world)));
    expect(new Set(keys.map(({ publicKey }) => publicKey.join())).size).toBe(1);
  });
});

describe('a token of feedback', () => {
  test('is signed after the end, once; the same request is answered again', async () => {
    await end('caller');
    const signature = await signed();
    expect(await sign()).toEqual({ ok: true, value: signature });
    expect(await sign(another)).toEqual(refused('drawn'));
  });

  test.each(['exit', 'failure'] as const)('is not signed after an end by %s', async (by) => {
    await end(by);
    expect(await sign()).toEqual(refused('not-now'));
  });

  test('is not signed when the conversation ended without a counsellor', async () => {
    await world.onDuty(people.bert);
    const { conversationId: alone } = await world.call();
    await endConversation(world, { conversationId: alone, by: 'caller' });
    const outcome = await signFeedbackToken(world, { conversationId: alone, week, blinded: token });
    expect(outcome).toEqual(refused('not-now'));
  });

  test('is not signed long after the end', async () => {
    await end('caller');
    world.clock.elapse(61 * minuteMs);
    expect(await sign()).toEqual(refused('not-now'));
  });

  test('is not signed under a key of another time', async () => {
    expect(await sign(token, '2026-W46')).toEqual(refused('unknown-week'));
    expect(await sign(token, '2026-W49')).toEqual(refused('unknown-week'));
  });

  test('that no key can sign uses up nothing', async () => {
    expect(await sign(new Uint8Array(31))).toEqual(refused('unfit'));
    expect((await sign()).ok).toBe(true);
  });
});

describe('feedback', () => {
  test('is stored with its week and language, and nothing else', async () => {
    expect(await record(await signed())).toEqual({ ok: true, value: undefined });
    expect(box()).toEqual([{ week, language: 'nl', answers, remark: 'Dank je' }]);
  });

  test('is not taken twice for one token', async () => {
    const signature = await signed();
    await record(signature);
    expect(await record(signature)).toEqual(refused('spent'));
    expect(box()).toHaveLength(1);
  });

  test('is not taken for a token that nobody signed', async () => {
    const signature = await signed();
    expect(await record(signature, { token: another })).toEqual(refused('not-signed'));
    expect(box()).toEqual([]);
  });

  test('is not taken for a token of another week than it says', async () => {
    const signature = await signed();
    world.clock.elapse(weekMs);
    await readFeedbackKey(world);
    expect(await record(signature, { week: '2026-W49' })).toEqual(refused('not-signed'));
  });

  test('is taken in the week after, under the week of its conversation, and no later', async () => {
    const signature = await signed();
    world.clock.elapse(2 * weekMs);
    expect(await record(signature)).toEqual(refused('unknown-week'));
    world.clock.elapse(-weekMs);
    expect((await record(signature)).ok).toBe(true);
    expect(box()).toMatchObject([{ week }]);
  });

  test('leaves no line in the log', async () => {
    const before = world.eventLog.events.length;
    await record(await signed());
    expect(world.eventLog.events).toHaveLength(before);
  });
});

describe('the night', () => {
  const tables = () => world.database.tables.feedback;
  const recordThree = async () => {
    for (const language of ['nl', 'en', 'nl'] as const) {
      await world.unitOfWork.run(({ feedbackBox }) =>
        feedbackBox.add({ week, language, answers, remark: language }),
      );
    }
  };

  test('shuffles once a day', async () => {
    await recordThree();
    await shuffleFeedback(world);
    expect(tables().shuffledOn).toBe('2026-11-24');
    const shuffled = box();
    world.clock.elapse(minuteMs);
    await shuffleFeedback(world);
    expect(box()).toBe(shuffled);
    world.clock.elapse(dayMs);
    await shuffleFeedback(world);
    expect(tables().shuffledOn).toBe('2026-11-25');
  });

  test('forgets who drew a token, once none can be drawn any more', async () => {
    await signed();
    await end('caller');
    await shuffleFeedback(world);
    expect(tables().draws.size).toBe(1);
    world.clock.elapse(dayMs);
    await shuffleFeedback(world);
    expect(tables().draws.size).toBe(0);
  });

  test('forgets a key and its spent tokens after the second week', async () => {
    await record(await signed());
    world.clock.elapse(weekMs);
    await shuffleFeedback(world);
    expect([tables().keys.size, tables().spent.size]).toEqual([1, 1]);
    world.clock.elapse(weekMs);
    await shuffleFeedback(world);
    expect([tables().keys.size, tables().spent.size]).toEqual([0, 0]);
  });

  test('lets go of remarks after 24 weeks, and keeps the answers', async () => {
    await record(await signed());
    world.clock.elapse(23 * weekMs);
    await shuffleFeedback(world);
    expect(box()).toMatchObject([{ remark: 'Dank je' }]);
    world.clock.elapse(weekMs);
    await shuffleFeedback(world);
    expect(box()).toEqual([{ week, language: 'nl', answers, remark: null }]);
  });
});
