import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecognitionKeys } from '../../appservice/adapters/system/recognition-keys.ts';
import { readStatus } from '../../appservice/usecases/read-status.ts';
import { startConversation } from '../../appservice/usecases/start-conversation.ts';
import { watchBlockList } from '../../appservice/usecases/watch-block-list.ts';
import { must } from '../support/parsed.ts';
import { helplineWorld } from '../support/worlds/helpline-world.ts';
import { people } from '../support/worlds/sample-roster.ts';
import { postgresWorld, type PostgresWorld } from './postgres-world.ts';

let database: PostgresWorld | undefined;
const folder = mkdtempSync(join(tmpdir(), 'recognition-'));

beforeAll(async () => {
  database = await postgresWorld();
}, 60_000);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database?.stop();
}, 60_000);

/** A helpline with An on duty, whose registers and keys are the real ones. */
async function openHelpline() {
  const { postgres, empty, sql } = must(database, 'a database');
  await empty();
  const { unitOfWork } = postgres;
  const world = await helplineWorld();
  await world.onDuty(people.an);
  const duty = world.duty(people.an);
  await unitOfWork.run(({ duties }) => duties.save(duty));
  const recognitionKeys = createRecognitionKeys(folder, world.clock);
  await recognitionKeys.turn();
  const parts = { ...world, unitOfWork, recognitionKeys };
  const queued = async () => {
    const { rows } = await sql.query<{ key: string }>('SELECT key FROM actions ORDER BY key');
    return rows;
  };
  return { parts, sql, queued };
}

type Parts = Awaited<ReturnType<typeof openHelpline>>['parts'];

async function seen(parts: Parts) {
  const started = await startConversation(parts, parts.request());
  const status = await readStatus(parts);
  return [started.ok ? 'started' : started.problem.code, status.state, status.reason];
}

const closed = ['blocks-unreadable', 'offline', 'fault'];

describe('with the real database and the real keys', () => {
  test.each([
    ['is gone', 'ALTER TABLE blocks RENAME TO lost', 'ALTER TABLE lost RENAME TO blocks'],
    [
      'is not understood',
      'ALTER TABLE blocks RENAME COLUMN until_at TO lost',
      'ALTER TABLE blocks RENAME COLUMN lost TO until_at',
    ],
  ])('a list of blocks that %s closes the chat until it is mended', async (_, lose, mend) => {
    const { parts, sql, queued } = await openHelpline();
    await sql.query(lose);
    const whileLost = await seen(parts);
    await watchBlockList(parts);
    await watchBlockList(parts);
    await sql.query(mend);
    expect(whileLost).toEqual(closed);
    expect(await queued()).toEqual([{ key: expect.stringContaining('alarm:block-list-unreadable:@dina') }]);
    expect(await seen(parts)).toEqual(['started', 'busy', null]);
  });

  test('a key that cannot be read closes the chat until it is mended', async () => {
    const { parts } = await openHelpline();
    const file = join(folder, must(readdirSync(folder)[0], 'a key'));
    rmSync(file);
    mkdirSync(file);
    const whileUnreadable = await seen(parts);
    rmSync(file, { recursive: true });
    writeFileSync(file, 'short');
    const whileDamaged = await seen(parts);
    rmSync(file);
    expect([whileUnreadable, whileDamaged]).toEqual([closed, closed]);
    expect(await seen(parts)).toEqual(['started', 'busy', null]);
  });
});
