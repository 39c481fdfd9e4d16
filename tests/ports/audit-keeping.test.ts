import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditHands, inspectAudit } from '../../appservice/adapters/postgres/audit-keeping.ts';
import { createPostgres } from '../../appservice/adapters/postgres/postgres.ts';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { keepAudit } from '../../scripts/stack/keep-audit.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { masterKey, postgresWorld, type PostgresWorld } from './postgres-world.ts';
import { counsellors } from './register-world.ts';

let world: PostgresWorld;

beforeAll(async () => {
  world = await postgresWorld();
}, 60_000);

afterAll(async () => {
  await world.stop();
}, 60_000);

describe('where nobody keeps it', () => {
  test.each([
    'ALTER TABLE audit.lines OWNER TO helpline',
    'ALTER SCHEMA audit OWNER TO helpline',
    'ALTER DATABASE helpline OWNER TO helpline',
    'ALTER FUNCTION audit.append() OWNER TO helpline',
    'GRANT UPDATE (who) ON audit.lines TO helpline',
    'GRANT TRUNCATE ON audit.lines TO helpline',
    'GRANT UPDATE ON audit.chain TO helpline',
    'GRANT helpline_keeper TO helpline',
    'ALTER ROLE helpline SUPERUSER',
    'ALTER ROLE helpline CREATEROLE',
  ])('the service is found out: %s', async (statement) => {
    const client = await world.keeper.connect();
    await client.query('BEGIN');
    await client.query(statement);
    await client.query('SET LOCAL ROLE helpline');
    const hands = await auditHands({ query: async (text) => (await client.query<object>(text)).rows });
    await client.query('ROLLBACK');
    client.release();
    expect(hands).toBe('service');
  });
});

describe('a database of an administrator who has not run the script', () => {
  const inDatabase = (url: string, name: string) => {
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address.href;
  };

  const open = async (url: string) => {
    const parts = { clock: drivenClock(1_000), dataKeys: createDataKeys(masterKey) };
    return createPostgres({ url, password: null, maxConnections: 5 }, parts);
  };

  const line = {
    at: 1,
    act: 'audit-read',
    who: counsellors.an,
    conversationId: null,
    subject: null,
    reason: null,
  } as const;

  test('has a chain all the same, says whose it is, and goes on from there once it is kept', async () => {
    await world.keeper.query('CREATE DATABASE unkept OWNER helpline');
    const url = inDatabase(world.world.databaseUrl, 'unkept');
    const access = { url, password: null, maxConnections: 5 };
    const before = await open(url);
    await before.unitOfWork.run(({ audit }) => audit.append(line));
    await before.close();
    expect(await inspectAudit(access, null)).toMatchObject({ hands: 'service', count: 1, brokenAt: null });
    await keepAudit(inDatabase(world.world.superuserUrl('helpline'), 'unkept'));
    const after = await open(url);
    await after.unitOfWork.run(({ audit }) => audit.append(line));
    await after.close();
    expect([before.auditHands, after.auditHands]).toEqual(['service', 'keeper']);
    expect(await inspectAudit(access, null)).toMatchObject({ hands: 'keeper', count: 2, brokenAt: null });
  });
});
