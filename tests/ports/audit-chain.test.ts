import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { inspectAudit } from '../../appservice/adapters/postgres/audit-keeping.ts';
import { postgresWorld, type PostgresWorld } from './postgres-world.ts';
import { counsellors } from './register-world.ts';

let world: PostgresWorld;

beforeAll(async () => {
  world = await postgresWorld();
}, 60_000);

beforeEach(async () => {
  await world.empty();
  await world.keeper.query('ALTER TABLE audit.lines ENABLE TRIGGER append');
  for (let at = 1; at <= 5; at += 1) await append(at);
});

afterAll(async () => {
  await world.stop();
}, 60_000);

const append = (at: number) =>
  world.postgres.unitOfWork.run(({ audit }) =>
    audit.append({
      at,
      act: 'helpline-closed',
      who: counsellors.an,
      conversationId: null,
      subject: at % 2 === 0 ? counsellors.bo : null,
      reason: at === 3 ? 'te weinig mensen é€😀' : null,
    }),
  );

const inspect = (noted: Parameters<typeof inspectAudit>[1] = null) =>
  inspectAudit({ url: world.world.databaseUrl, password: null, maxConnections: 5 }, noted);

describe('the service’s own role', () => {
  test.each([
    "UPDATE audit.lines SET who = '@bo:localhost' WHERE sequence = 2",
    'DELETE FROM audit.lines WHERE sequence = 5',
    'TRUNCATE audit.lines',
    'DROP TABLE audit.lines',
    'DROP SCHEMA audit CASCADE',
    'DROP TRIGGER append ON audit.lines',
    'ALTER TABLE audit.lines DISABLE TRIGGER append',
    'ALTER FUNCTION audit.append() SECURITY INVOKER',
    "UPDATE audit.chain SET last_sequence = 4, last_hash = decode('00', 'hex')",
    'DELETE FROM audit.chain',
    'INSERT INTO audit.chain DEFAULT VALUES',
    'SET ROLE helpline_keeper',
    'GRANT helpline_keeper TO helpline',
    'ALTER DATABASE helpline OWNER TO helpline',
    'CREATE TABLE audit.more (line int)',
  ])('is refused: %s', async (statement) => {
    await expect(world.sql.query(statement)).rejects.toMatchObject({ code: '42501' });
    expect(await inspect()).toMatchObject({ count: 5, brokenAt: null });
  });

  test('cannot have the keeper’s function run for a table of its own', async () => {
    await world.sql.query('CREATE TABLE IF NOT EXISTS own_lines (LIKE audit.lines)');
    const statement =
      'CREATE TRIGGER t BEFORE INSERT ON own_lines FOR EACH ROW EXECUTE FUNCTION audit.append()';
    await expect(world.sql.query(statement)).rejects.toMatchObject({ code: '42501' });
    await world.sql.query('DROP TABLE own_lines');
  });

  test('cannot drop the database', async () => {
    const elsewhere = new URL(world.world.databaseUrl);
    elsewhere.pathname = '/postgres';
    const client = new pg.Client({ connectionString: elsewhere.href });
    await client.connect();
    await expect(client.query('DROP DATABASE helpline WITH (FORCE)')).rejects.toMatchObject({
      code: '42501',
    });
    await client.end();
  });

  test('cannot choose number or hash of the line it adds', async () => {
    await world.sql.query(
      "INSERT INTO audit.lines (sequence, at, act, who, hash) VALUES (2, 6, 'audit-read', '@an:localhost', '\\x00')",
    );
    expect(await inspect()).toMatchObject({ count: 6, brokenAt: null, head: { sequence: 6 } });
  });

  test('is the keeper’s no member, which the start looks at', () => {
    expect(world.postgres.auditHands).toBe('keeper');
  });
});

describe('the chain', () => {
  test('holds over what was written, whatever stands in it', async () => {
    expect(await inspect()).toMatchObject({
      count: 5,
      firstAt: 1,
      lastAt: 5,
      brokenAt: null,
      hands: 'keeper',
    });
  });

  test('holds in an empty log', async () => {
    await world.empty();
    expect(await inspect()).toMatchObject({ count: 0, firstAt: null, brokenAt: null });
  });

  test('holds when many write at once, inside units of work and beside them', async () => {
    const beside = (at: number) =>
      world.sql.query("INSERT INTO audit.lines (at, act, who) VALUES ($1, 'audit-read', '@an:localhost')", [
        at,
      ]);
    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? append(at) : beside(at))));
    expect(await inspect()).toMatchObject({ count: 25, brokenAt: null });
  });

  test('has no gap where a unit of work was undone', async () => {
    const undone = world.postgres.unitOfWork.run(async ({ audit }) => {
      await audit.append({
        at: 6,
        act: 'audit-read',
        who: counsellors.an,
        conversationId: null,
        subject: null,
        reason: null,
      });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await append(7);
    expect(await inspect()).toMatchObject({ count: 6, brokenAt: null, head: { sequence: 6 } });
  });

  test.each([
    ['UPDATE audit.lines SET at = 9 WHERE sequence = 2', 2],
    ["UPDATE audit.lines SET act = 'audit-read' WHERE sequence = 3", 3],
    ["UPDATE audit.lines SET who = '@bo:localhost' WHERE sequence = 5", 5],
    ['UPDATE audit.lines SET subject = NULL WHERE sequence = 4', 4],
    ['UPDATE audit.lines SET conversation_id = gen_random_uuid() WHERE sequence = 1', 1],
    ["UPDATE audit.lines SET sealed_reason = '\\x01' WHERE sequence = 3", 3],
    ['UPDATE audit.lines SET wrapped_data_key = NULL WHERE sequence = 3', 3],
    ["UPDATE audit.lines SET hash = sha256('') WHERE sequence = 3", 3],
    ['DELETE FROM audit.lines WHERE sequence = 1', 1],
    ['DELETE FROM audit.lines WHERE sequence = 3', 3],
    ['DELETE FROM audit.lines WHERE sequence >= 4', 4],
    ['DELETE FROM audit.lines', 1],
    ['UPDATE audit.lines SET sequence = sequence + 10 WHERE sequence = 5', 5],
    ['DELETE FROM audit.chain', 1],
  ])('shows what a superuser did: %s', async (statement, brokenAt) => {
    await world.keeper.query(statement);
    expect(await inspect()).toMatchObject({ brokenAt });
  });

  test('shows against a mark noted before that all of it was written anew', async () => {
    const { head } = await inspect();
    await world.empty();
    for (let at = 11; at <= 15; at += 1) await append(at);
    expect([(await inspect()).brokenAt, (await inspect(head)).brokenAt]).toEqual([null, 5]);
  });

  test('shows against a mark noted before that the newest lines and the end were taken away', async () => {
    const { head } = await inspect();
    await world.empty();
    await append(1);
    expect((await inspect(head)).brokenAt).toBe(2);
  });

  test('still holds against a mark after more was written', async () => {
    const { head } = await inspect();
    await append(6);
    expect(await inspect(head)).toMatchObject({ count: 6, brokenAt: null });
  });

  describe('of which a superuser says that the beginning was erased at its due date', () => {
    const eraseUntil = async (last: number) => {
      const line = `SELECT hash FROM audit.lines WHERE sequence = ${last}`;
      await world.keeper.query(`UPDATE audit.chain SET erased_until = ${last}, erased_hash = (${line})`);
      await world.keeper.query(`DELETE FROM audit.lines WHERE sequence <= ${last}`);
    };
    const hashes = async () => {
      const { rows } = await world.keeper.query<{ hash: string }>(
        "SELECT encode(hash, 'hex') AS hash FROM audit.lines ORDER BY sequence",
      );
      return rows.map(({ hash }) => hash);
    };

    test.each([4, 5])('up to line %i, a mark noted within it is told to prove nothing', async (last) => {
      const [, , hash = ''] = await hashes();
      await eraseUntil(last);
      expect(await inspect({ sequence: 3, hash })).toMatchObject({ isMarkErased: true, erasedUntil: last });
    });

    test('a mark of the last line erased still holds, and another hash of it does not', async () => {
      const [, , another = '', hash = ''] = await hashes();
      await eraseUntil(4);
      expect(await inspect({ sequence: 4, hash })).toMatchObject({ isMarkErased: false, brokenAt: null });
      expect(await inspect({ sequence: 4, hash: another })).toMatchObject({ brokenAt: 4 });
    });

    test('a mark of a later line still holds', async () => {
      const { head } = await inspect();
      await eraseUntil(4);
      expect(await inspect(head)).toMatchObject({ isMarkErased: false, brokenAt: null, count: 1 });
    });
  });
});
