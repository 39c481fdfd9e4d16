import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import type { Feedback } from '../../appservice/domain/feedback.ts';
import {
  memoryActionQueue,
  memoryCallerSessions,
  memoryDatabase,
  memoryTransactionInbox,
  memoryUnitOfWork,
} from '../support/memory-registers.ts';
import { must } from '../support/parsed.ts';
import { feedbackContract, type FeedbackWorld } from './feedback-contract.ts';
import { masterKey, postgresWorld, type PostgresWorld } from './postgres-world.ts';
import { insert } from './register-world.ts';

describe('in memory,', () => {
  let world: FeedbackWorld | undefined;

  beforeEach(() => {
    const database = memoryDatabase();
    world = {
      unitOfWork: memoryUnitOfWork(database),
      actionQueue: memoryActionQueue(database),
      transactionInbox: memoryTransactionInbox(database),
      callerSessions: memoryCallerSessions(database),
      inTheBox: () => Promise.resolve(database.tables.feedback.box),
    };
  });

  feedbackContract(() => must(world, 'a world'));
});

describe('in PostgreSQL,', () => {
  let world: PostgresWorld;

  beforeAll(async () => {
    world = await postgresWorld();
  }, 60_000);

  beforeEach(() => world.empty());

  afterAll(() => world.stop(), 60_000);

  feedbackContract(() => ({ ...world.postgres, inTheBox: () => openBox(world) }));

  const add = (count: number) =>
    world.postgres.unitOfWork.run(({ feedbackBox }) =>
      feedbackBox.add({ ...said, remark: String(count), language: count % 2 === 0 ? 'nl' : 'en' }),
    );
  const shuffle = () =>
    world.postgres.unitOfWork.run(({ feedbackBox }) =>
      feedbackBox.shuffle({ day: '2026-11-24', remarksFrom: '2026-W01' }),
    );
  const column = async (text: string) => {
    const { rows } = await world.sql.query<{ value: string }>(text);
    return rows.map(({ value }) => value);
  };

  describe('feedback beside conversations', () => {
    test('has no column in common with anything, and no instant', async () => {
      const types = await column(
        `SELECT column_name || ' ' || data_type AS value FROM information_schema.columns
         WHERE table_name = 'feedback' ORDER BY ordinal_position`,
      );
      expect(types).toEqual([
        'feedback_id uuid',
        'week text',
        'language text',
        'answers jsonb',
        'wrapped_data_key bytea',
        'sealed_remark bytea',
      ]);
      const keys = await column(
        `SELECT conname::text AS value FROM pg_constraint WHERE conrelid = 'feedback'::regclass AND contype = 'f'`,
      );
      expect(keys).toEqual([]);
    });

    test('lies in another order after the night, however it came', async () => {
      const counts = Array.from({ length: 24 }, (_, count) => count);
      for (const count of counts) await add(count);
      const before = (await openBox(world)).map(({ remark }) => Number(remark));
      expect(before).toEqual(counts);
      await shuffle();
      const first = (await openBox(world)).map(({ remark }) => Number(remark));
      await shuffle();
      const second = (await openBox(world)).map(({ remark }) => Number(remark));
      expect(first.toSorted((left, right) => left - right)).toEqual(counts);
      // One chance in 24! each that an order comes out as it was.
      expect(first).not.toEqual(counts);
      expect(second).not.toEqual(counts);
      expect(second).not.toEqual(first);
    });

    test('no longer tells by the number of its transaction when it came', async () => {
      for (const count of [1, 2, 3]) {
        await insert(world.postgres, count);
        await add(count);
      }
      const writers = () => column('SELECT DISTINCT xmin::text AS value FROM feedback');
      expect(await writers()).toHaveLength(3);
      await shuffle();
      expect(await writers()).toHaveLength(1);
    });

    test('no longer tells by the transaction of a spent token who gave feedback, and the token stays spent', async () => {
      const spend = (token: string) =>
        world.postgres.unitOfWork.run(({ feedbackTokens }) => feedbackTokens.spend('2026-W48', token));
      for (const token of ['c', 'a', 'b']) await spend(token);
      await world.postgres.unitOfWork.run(({ feedbackTokens }) =>
        feedbackTokens.forgetBefore({ week: '2026-W48', endedAt: 0 }),
      );
      expect(await column('SELECT DISTINCT xmin::text AS value FROM spent_feedback_tokens')).toHaveLength(1);
      expect(await column('SELECT token_hash AS value FROM spent_feedback_tokens ORDER BY ctid')).toEqual([
        'a',
        'b',
        'c',
      ]);
      await expect(spend('a')).resolves.toBe(false);
    });

    test('has other names after each night', async () => {
      await add(1);
      const names = () => column('SELECT feedback_id::text AS value FROM feedback');
      const before = await names();
      await shuffle();
      expect(await names()).not.toEqual(before);
    });

    test('leaves none of its rows behind in the file that it lay in', async () => {
      await add(1);
      const file = () => column(`SELECT pg_relation_filepath('feedback') AS value`);
      const before = await file();
      await shuffle();
      expect(await file()).not.toEqual(before);
    });

    test('holds no readable remark, and no readable key lies beside it', async () => {
      await world.postgres.unitOfWork.run(async ({ feedbackBox, feedbackTokens }) => {
        await feedbackBox.add({ ...said, remark: 'Woorden van de beller' });
        const privateKey = Buffer.from('Een geheime sleutel');
        await feedbackTokens.addKey({ week: '2026-W48', publicKey: Buffer.from('openbaar'), privateKey });
      });
      const rows = await column(
        `SELECT encode(sealed_remark, 'escape') AS value FROM feedback
         UNION ALL SELECT encode(sealed_private_key, 'escape') FROM feedback_keys`,
      );
      expect(rows).toHaveLength(2);
      expect(rows.join()).not.toMatch(/Woorden|geheime/);
    });
  });
});

const said: Feedback = {
  week: '2026-W48',
  language: 'nl',
  answers: { heard: 'yes', helped: null, nextStep: 'no', easy: 'somewhat' },
  remark: null,
};

/** What lies in the table, in the order of the file. */
async function openBox({ sql }: PostgresWorld): Promise<readonly Feedback[]> {
  const dataKeys = createDataKeys(masterKey);
  const { rows } = await sql.query<
    Omit<Feedback, 'remark'> & { wrapped_data_key: Buffer | null; sealed_remark: Buffer | null }
  >('SELECT week, language, answers, wrapped_data_key, sealed_remark FROM feedback ORDER BY ctid');
  return rows.map(({ wrapped_data_key: wrapped, sealed_remark: sealed, ...row }) => {
    const isSilent = wrapped === null || sealed === null;
    const remark = isSilent ? null : dataKeys.unwrap(wrapped).open(sealed, 'feedback.remark');
    return { ...row, remark: remark && Buffer.from(remark).toString() };
  });
}
