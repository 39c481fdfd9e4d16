import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { BenchError } from './bench-error.ts';

/** Does something with the service's database, on a connection of its own. */
export async function withDatabase<Value>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What is counted in the service's database, each until there are so many. */
const counts = {
  'counsellors on duty': "SELECT count(*)::int AS count FROM duties WHERE state = 'on'",
  'desk rooms': 'SELECT count(*)::int AS count FROM desk_rooms',
} as const;

/** Waits until the service has so many of something. */
export async function waitForRows(
  databaseUrl: string,
  what: keyof typeof counts,
  expected: number,
): Promise<void> {
  const limitMs = 120_000;
  await withDatabase(databaseUrl, async (client) => {
    for (let waitedMs = 0; waitedMs < limitMs; waitedMs += 200) {
      const { rows } = await client.query<{ count: number }>(counts[what]);
      if ((rows[0]?.count ?? 0) >= expected) return;
      await pause(200);
    }
    throw new BenchError('no-answer', `There are not ${expected} ${what} within ${limitMs / 1_000} s.`);
  });
}
