import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** Whether the database answers in time (R12). */
export interface DatabaseHealth {
  isAnswering(): Promise<boolean>;
}

const limitMs = 2_000;

/** Asks over a connection of the pool, as everybody else does; no answer in two seconds is a no. */
export function postgresHealth(pool: pg.Pool): DatabaseHealth {
  return {
    isAnswering: async () => {
      const limit = new AbortController();
      const answer = pool.query('SELECT 1').then(
        () => true,
        () => false,
      );
      const tooLate = pause(limitMs, false, { signal: limit.signal }).catch(() => false);
      const isAnswering = await Promise.race([answer, tooLate]);
      limit.abort();
      return isAnswering;
    },
  };
}
