import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { Postgres } from '../../appservice/adapters/postgres/postgres.ts';
import type { WriterTerm } from '../../appservice/adapters/postgres/single-writer.ts';
import { createSealer } from '../../appservice/adapters/system/aes-sealer.ts';
import type { CryptoStoreSchema } from '../../appservice/ports/crypto-store.ts';
import { eventually } from '../ports/eventually.ts';
import { postgresWorld, type PostgresWorld } from '../ports/postgres-world.ts';

let world: PostgresWorld;
let other: Postgres;

beforeAll(async () => {
  world = await postgresWorld();
  other = await world.another();
}, 60_000);

beforeEach(async () => {
  await world.empty();
});

afterAll(async () => {
  await world.stop();
}, 60_000);

/** One process that wants to be the writer, and the terms it had. */
function candidate(postgres: Postgres) {
  const terms: WriterTerm[] = [];
  const lead = async (term: WriterTerm) => {
    terms.push(term);
    if (!term.signal.aborted) await once(term.signal, 'abort');
  };
  const failures: unknown[] = [];
  const stop = postgres.singleWriter.run(lead, (error) => failures.push(error));
  return { terms, failures, stop };
}

const epochOf = (terms: readonly WriterTerm[]) => terms.at(-1)?.epoch ?? 0;

describe('the single writer', () => {
  test('is one of two, and the other one takes over when it stops', async () => {
    const first = candidate(world.postgres);
    await eventually(() => first.terms.length === 1);
    const second = candidate(other);
    await first.stop();
    await eventually(() => second.terms.length === 1);
    expect(first.terms[0]?.signal.aborted).toBe(true);
    expect(epochOf(second.terms)).toBeGreaterThan(epochOf(first.terms));
    await second.stop();
    expect(second.terms[0]?.signal.aborted).toBe(true);
  });

  test('ends its term when its connection breaks, and another term has a higher number', async () => {
    const first = candidate(world.postgres);
    await eventually(() => first.terms.length === 1);
    await breakWriterConnection();
    await eventually(() => first.terms[0]?.signal.aborted === true);
    await eventually(() => first.terms.length === 2);
    expect(first.terms[1]?.epoch).toBeGreaterThan(first.terms[0]?.epoch ?? 0);
    await first.stop();
  }, 60_000);

  test('gets a new term after its work has failed', async () => {
    const failures: unknown[] = [];
    let terms = 0;
    const stop = world.postgres.singleWriter.run(
      () => {
        terms += 1;
        return Promise.reject(new Error('planned'));
      },
      (error) => failures.push(error),
    );
    await eventually(() => terms >= 2);
    await stop();
    expect(failures.length).toBeGreaterThanOrEqual(2);
  });

  test('takes over again after PostgreSQL was killed', async () => {
    const first = candidate(world.postgres);
    await eventually(() => first.terms.length === 1);
    await world.world.kill('postgres');
    await eventually(() => first.terms[0]?.signal.aborted === true);
    await world.world.restart('postgres');
    await eventually(() => first.terms.length === 2);
    await first.stop();
    expect(first.failures).toEqual([]);
  }, 90_000);

  async function breakWriterConnection(): Promise<void> {
    await world.sql.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`);
  }
});

const schema: CryptoStoreSchema = {
  version: 3,
  stores: [
    {
      name: 'sessions',
      keyPath: null,
      autoIncrement: false,
      indexes: [{ name: 'by-room', keyPath: ['room', 'id'], unique: false, multiEntry: false }],
    },
    { name: 'devices', keyPath: null, autoIncrement: false, indexes: [] },
  ],
};
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const storeKey = (fill = 9) => createSealer(new Uint8Array(32).fill(fill));

describe('the crypto store', () => {
  async function currentEpoch(): Promise<number> {
    const { rows } = await world.sql.query<{ epoch: string }>('SELECT epoch FROM writer');
    return Number(rows[0]?.epoch);
  }

  async function openStore(fill?: number) {
    return world.postgres.cryptoStore({ sealer: storeKey(fill), epoch: await currentEpoch() });
  }

  async function recordsOf(name: string, fill?: number) {
    const snapshot = await (await openStore(fill)).load(name);
    const lines = [...(snapshot?.records ?? [])].flatMap(([store, records]) =>
      records.map(
        ([key, value]) => `${store}: ${Buffer.from(key).toString()}=${Buffer.from(value).toString()}`,
      ),
    );
    return lines.toSorted();
  }

  test('gives back what was committed: schema, values overwritten and deleted', async () => {
    const store = await openStore();
    expect(await store.load('desk')).toBeUndefined();
    await store.commit('desk', schema, [
      ['sessions', bytes('a'), bytes('1')],
      ['sessions', bytes('b'), bytes('2')],
      ['devices', bytes('a'), bytes('')],
    ]);
    await store.commit('desk', null, [
      ['sessions', bytes('a'), bytes('3')],
      ['sessions', bytes('b'), null],
      ['sessions', bytes('never there'), null],
    ]);
    expect((await store.load('desk'))?.schema).toEqual(schema);
    expect(await recordsOf('desk')).toEqual(['devices: a=', 'sessions: a=3']);
    expect(await store.load('another')).toBeUndefined();
  });

  test('drops the object stores that a new schema does not name', async () => {
    const store = await openStore();
    await store.commit('desk', schema, [
      ['sessions', bytes('a'), bytes('1')],
      ['devices', bytes('b'), bytes('2')],
    ]);
    await store.commit('desk', { version: 4, stores: schema.stores.slice(1) }, []);
    expect(await recordsOf('desk')).toEqual(['devices: b=2']);
  });

  test('commits in the order in which it was asked', async () => {
    const store = await openStore();
    await store.commit('desk', schema, []);
    const values = Array.from({ length: 30 }, (_, index) => String(index));
    await Promise.all(
      values.map((each) => store.commit('desk', null, [['sessions', bytes('a'), bytes(each)]])),
    );
    expect(await recordsOf('desk')).toEqual(['sessions: a=29']);
  });

  test('refuses a writer that was replaced, and nothing of its commit stays', async () => {
    const epoch = await currentEpoch();
    const stale = world.postgres.cryptoStore({ sealer: storeKey(), epoch });
    await stale.commit('desk', schema, [['sessions', bytes('a'), bytes('1')]]);
    const successor = candidate(other);
    await eventually(() => successor.terms.length === 1);
    const refused = stale.commit('desk', null, [['sessions', bytes('a'), bytes('forked')]]);
    await expect(refused).rejects.toMatchObject({ code: 'stale-writer' });
    expect(await recordsOf('desk')).toEqual(['sessions: a=1']);
    await successor.stop();
  });

  test('shows nothing of keys and values to whoever reads the rows', async () => {
    const store = await openStore();
    await store.commit('desk', schema, [['sessions', bytes('@an:localhost'), bytes('olm-private-key')]]);
    const { rows } = await world.sql.query<{ row: string }>('SELECT r::text AS row FROM crypto_records r');
    const dump = rows.map(({ row }) => row).join();
    expect(rows).toHaveLength(1);
    for (const text of ['@an:localhost', 'olm-private-key'])
      expect(dump).not.toContain(Buffer.from(text).toString('hex'));
  });

  test('is not read under another key, nor when a row was moved or changed', async () => {
    const store = await openStore();
    await store.commit('desk', schema, [
      ['sessions', bytes('a'), bytes('1')],
      ['devices', bytes('b'), bytes('2')],
    ]);
    await expect(recordsOf('desk', 10)).rejects.toMatchObject({ code: 'seal-broken' });
    await world.sql.query(`UPDATE crypto_records SET store = 'devices' WHERE store = 'sessions'`);
    await expect(store.load('desk')).rejects.toMatchObject({ code: 'seal-broken' });
    await store.commit('desk', null, [
      ['devices', bytes('c'), bytes('3')],
      ['devices', bytes('d'), bytes('4')],
    ]);
    await world.sql.query(`DELETE FROM crypto_records WHERE fingerprint NOT IN (
      SELECT fingerprint FROM crypto_records ORDER BY xmin::text::bigint DESC LIMIT 2)`);
    await world.sql.query(`UPDATE crypto_records SET sealed_record = other.sealed_record
      FROM crypto_records other WHERE other.fingerprint <> crypto_records.fingerprint`);
    await expect(store.load('desk')).rejects.toMatchObject({ code: 'row-unreadable' });
  });

  test('says that PostgreSQL is away, and takes the same commit once it is back', async () => {
    const store = await openStore();
    await store.commit('desk', schema, []);
    await world.world.kill('postgres');
    const change = ['sessions', bytes('a'), bytes('1')] as const;
    await expect(store.commit('desk', null, [change])).rejects.toMatchObject({ code: 'unreachable' });
    await world.world.restart('postgres');
    await store.commit('desk', null, [change]);
    expect(await recordsOf('desk')).toEqual(['sessions: a=1']);
  }, 90_000);
});
