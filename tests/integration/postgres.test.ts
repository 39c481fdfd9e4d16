import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '../../appservice/ports/changes.ts';
import { advisoryLocks } from '../../appservice/adapters/postgres/advisory-locks.ts';
import { changeChannel } from '../../appservice/adapters/postgres/change-channel.ts';
import type { Postgres } from '../../appservice/adapters/postgres/postgres.ts';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { createVault } from '../../appservice/adapters/system/vault.ts';
import { conversation, counsellors, insert, insertIn, invitation } from '../ports/register-world.ts';
import { postgresWorld, type PostgresWorld } from '../ports/postgres-world.ts';
import { conversationId } from '../support/parsed.ts';
import { eventually } from '../ports/eventually.ts';

/** No answer of the database is waited for longer, but for a change of the schema. */
const limitOfOneAnswerMs = 6_000;

let world: PostgresWorld;
let other: Postgres;
/** Numbers of conversations that there never are, for `listen`. */
let marks = 9_000;

beforeAll(async () => {
  world = await postgresWorld();
  await hasBegunToListen(world.postgres);
  other = await world.another();
  await hasBegunToListen(other);
}, 90_000);

beforeEach(async () => {
  await world.empty();
});

afterAll(async () => {
  await world.stop();
}, 60_000);

type Hearing = { readonly heard: string[]; readonly stop: () => void };

/** Waits until a postgres that was just made hears of changes. What is told while it does not listen yet is told again. */
async function hasBegunToListen(postgres: Postgres): Promise<void> {
  const { heard, stop } = hear(postgres);
  const mark = conversationId((marks += 1));
  await eventually(async () => {
    await world.sql.query('SELECT pg_notify($1, $2)', [changeChannel, mark]);
    return heard.includes(mark);
  });
  stop();
}

/** Everything that a postgres hears from now on, as text: what was before has been heard, because changes keep their order. */
async function listen(postgres: Postgres): Promise<Hearing> {
  const hearing = hear(postgres);
  const last = conversationId((marks += 1));
  await world.sql.query('SELECT pg_notify($1, $2)', [changeChannel, last]);
  await eventually(() => hearing.heard.includes(last));
  hearing.heard.length = 0;
  return hearing;
}

function hear(postgres: Postgres): Hearing {
  const heard: string[] = [];
  const tell = (change: Change) =>
    heard.push(change.kind === 'conversation' ? change.conversationId : change.kind);
  return { heard, stop: postgres.changes.subscribe(tell) };
}

describe('units of work of two processes', () => {
  test('give one free slot to one of them, whatever races (R11)', async () => {
    const press = (postgres: Postgres, count: number) =>
      postgres.unitOfWork.run(async (registers) => {
        if ((await registers.conversations.open()).length > 0) return 'busy';
        await insertIn(registers, count, conversation(count));
        return 'started';
      });
    const presses = Array.from({ length: 20 }, (_, index) =>
      press(index % 2 === 0 ? world.postgres : other, index + 1),
    );
    const answers = await Promise.all(presses);
    expect(answers.filter((each) => each === 'started')).toHaveLength(1);
  });

  test('leave room for the reads of callers while many of them wait', async () => {
    await insert(world.postgres, 1);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const works = [
      other.unitOfWork.run(() => held),
      ...Array.from({ length: 50 }, () => world.postgres.unitOfWork.run(() => Promise.resolve())),
    ];
    expect(await world.postgres.callerSessions.find('bearer-1')).toBeDefined();
    release();
    await Promise.all(works);
  });

  test('are told of in every process, once they are committed', async () => {
    const { heard, stop } = await listen(other);
    const made = await insert(world.postgres, 1);
    await world.postgres.unitOfWork.run(async ({ actions, conversations }) => {
      await actions.enqueue(invitation('one', 'lane'));
      await actions.enqueue(invitation('two', 'lane'));
      await conversations.save(made);
    });
    await world.postgres.transactionInbox.store('one', []);
    await eventually(() => heard.includes('transactions'));
    stop();
    expect(heard).toEqual([made.conversationId, 'actions', made.conversationId, 'transactions']);
  });

  test('are not told of when they fail', async () => {
    const { heard, stop } = await listen(other);
    const failing = world.postgres.unitOfWork.run(async (registers) => {
      await registers.closures.lift(1);
      await insertIn(registers, 1, conversation(1));
      await insertIn(registers, 1, conversation(1));
    });
    await expect(failing).rejects.toMatchObject({ code: 'conflict' });
    await world.postgres.transactionInbox.store('after it', []);
    await eventually(() => heard.includes('transactions'));
    stop();
    expect(heard).toEqual(['transactions']);
  });

  test('are never done twice when nobody knows whether the commit arrived', async () => {
    await world.sql.query(`
      CREATE OR REPLACE FUNCTION slow_commit() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(20); RETURN NULL; END';
      CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON handled_events DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION slow_commit()`);
    let runs = 0;
    const working = world.postgres.unitOfWork.run(async ({ handledEvents }) => {
      runs += 1;
      await handledEvents.markHandled('$slow' as Parameters<typeof handledEvents.markHandled>[0]);
    });
    const failed = expect(working).rejects.toMatchObject({ code: 'commit-unknown' });
    await eventually(async () => {
      const ended = await world.sql.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'`,
      );
      return ended.rowCount === 1;
    });
    await failed;
    await world.sql.query('DROP TRIGGER slow_commit ON handled_events; DROP FUNCTION slow_commit');
    expect(runs).toBe(1);
  });
});

describe('what lies in the tables', () => {
  test('shows no nickname, address, reason or bearer to whoever reads them', async () => {
    const planted = {
      nickname: 'Zonnebloempje',
      address: '203.0.113.77',
      reason: 'bommelding in Hasselt',
      bearer: 'geheime-bearer-van-een-beller',
      request: 'geheim-van-het-verzoek',
    };
    const dataKeys = createDataKeys(new Uint8Array(32).fill(7));
    const vault = createVault(dataKeys);
    const caller = vault.sealCaller(planted);
    await world.postgres.unitOfWork.run(async ({ conversations, closures }) => {
      const proof = { requestHash: vault.hash(planted.request), bearerHash: vault.hash(planted.bearer) };
      await conversations.insert({ conversation: conversation(1), caller, proof });
      await closures.add({ from: 1, until: null, by: counsellors.an, reason: planted.reason });
    });
    const dump = await dumpTables();
    expect(dump).toContain('@1712_caller_1:localhost');
    for (const text of Object.values(planted)) {
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(Buffer.from(text).toString('hex'));
      expect(dump).not.toContain(Buffer.from(text).toString('base64').replace(/=+$/, ''));
    }
    const rows = await world.sql.query<{ sealed_reason: Buffer; wrapped_data_key: Buffer }>(
      'SELECT sealed_reason, wrapped_data_key FROM closures',
    );
    const [row] = rows.rows;
    const opened = row && dataKeys.unwrap(row.wrapped_data_key).open(row.sealed_reason, 'closure.reason');
    expect(Buffer.from(opened ?? []).toString()).toBe(planted.reason);
  });

  test('is forgotten as soon as it is done: what an action did, and the events of a transaction', async () => {
    await world.postgres.unitOfWork.run(({ actions }) => actions.enqueue(invitation('one', 'lane')));
    await world.postgres.actionQueue.succeed('one', null);
    await world.postgres.transactionInbox.store('one', ['geplant']);
    const stored = await world.postgres.transactionInbox.next();
    await world.postgres.transactionInbox.complete(stored?.sequence ?? 0);
    const dump = await dumpTables();
    expect(dump).not.toContain('geplant');
    expect(dump).not.toContain(counsellors.an);
  });

  test('is explained, every table and every column', async () => {
    const { rows } = await world.sql.query<{ what: string }>(`
      SELECT c.relname || coalesce('.' || a.attname, '') AS what
      FROM pg_class c
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'audit'::regnamespace)
        AND (obj_description(c.oid) IS NULL OR col_description(c.oid, a.attnum) IS NULL)`);
    expect(rows).toEqual([]);
  });

  async function dumpTables(): Promise<string> {
    const { rows } = await world.sql.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    const tables = await Promise.all(
      rows.map(async ({ tablename }) => {
        const { rows: all } = await world.sql.query<{ row: string }>(
          `SELECT t::text AS row FROM ${tablename} t`,
        );
        return all.map(({ row }) => row).join('\n');
      }),
    );
    return tables.join('\n');
  }
});

describe('when PostgreSQL goes away', () => {
  test('nothing crashes, work is refused, and all goes on once it is back', async () => {
    const { heard, stop } = await listen(world.postgres);
    await insert(world.postgres, 1);
    await eventually(() => heard.length === 1);
    expect(await world.postgres.health.isAnswering()).toBe(true);

    await world.world.kill('postgres');
    expect(await world.postgres.health.isAnswering()).toBe(false);
    await expect(insert(world.postgres, 2)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(world.postgres.callerSessions.find('bearer-1')).rejects.toMatchObject({
      code: 'unreachable',
    });
    await expect(world.another()).rejects.toMatchObject({ code: 'unreachable' });

    heard.length = 0;
    await world.world.restart('postgres');
    await eventually(() => world.postgres.health.isAnswering());
    await insert(world.postgres, 3);
    const open = await world.postgres.unitOfWork.run(({ conversations }) => conversations.open());
    expect(open).toHaveLength(2);
    await eventually(() => heard.includes('closure'));
    heard.length = 0;
    await other.transactionInbox.store('after the restart', []);
    await eventually(() => heard.includes('transactions'));
    stop();
  }, 90_000);

  test('a unit of work whose connection breaks before the commit is done again', async () => {
    let runs = 0;
    await world.postgres.unitOfWork.run(async ({ duties }) => {
      runs += 1;
      if (runs === 1)
        await world.sql.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'helpline' AND state = 'idle in transaction'`);
      await pause(20);
      await duties.all();
    });
    expect(runs).toBe(2);
  });
});

test('a process waits for the schema as long as another one takes to change it', async () => {
  const holder = await world.sql.connect();
  await holder.query('SELECT pg_advisory_lock($1)', [advisoryLocks.migrations]);
  let isStarted = false;
  const starting = world.another().then(() => {
    isStarted = true;
  });
  await pause(limitOfOneAnswerMs + 500);
  expect(isStarted).toBe(false);
  await holder.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.migrations]);
  holder.release();
  await starting;
}, 30_000);

test('processes that start together change the schema once', async () => {
  const started = await Promise.all([world.another(), world.another(), world.another()]);
  expect(started).toHaveLength(3);
  const { rows } = await world.sql.query<{ name: string }>('SELECT name FROM migrations');
  expect(rows.length).toBe(new Set(rows.map((row) => row.name)).size);
});
