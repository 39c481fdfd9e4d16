import type pg from 'pg';
import { z } from 'zod';
import { inviteeOf } from '../../domain/company.ts';
import { counsellorOf } from '../../domain/conversation.ts';
import { secondMs } from '../../domain/time.ts';
import type { CallerSessions } from '../../ports/caller-sessions.ts';
import { queriesOf } from './connections.ts';
import { companyColumn, phaseColumn } from './conversation-row.ts';
import { columns, parseRows } from './parse-rows.ts';
import { PostgresError, toPostgresError } from './postgres-error.ts';

const sessionRow = z
  .object({
    conversation_id: columns.conversationId,
    caller: columns.userId,
    caller_device: columns.deviceId,
    room_id: columns.roomId,
    phase: phaseColumn,
    company: companyColumn,
    is_bearer_used: z.boolean(),
  })
  .transform((row) => ({
    isBearerUsed: row.is_bearer_used,
    session: {
      conversationId: row.conversation_id,
      caller: row.caller,
      device: row.caller_device,
      roomId: row.room_id,
      counsellor: counsellorOf(row.phase) ?? null,
      readers: row.company.readers,
      invitee: inviteeOf(row.company),
    },
  }));

/** Prepared once per connection: it runs on every request of every caller. */
const findSession = {
  name: 'find-caller-session',
  text: `SELECT conversation_id, caller, caller_device, room_id, phase, company, is_bearer_used FROM conversations
         WHERE bearer_hash = $1 AND phase_name <> 'ended' AND room_id IS NOT NULL`,
};

/** The processes of the service together write one sign of life in this time at most. */
const touchIntervalMs = secondMs;

/** The bearers of open conversations that have their room. */
export function postgresCallerSessions(pool: pg.Pool): CallerSessions {
  const { query } = queriesOf(pool);
  return {
    find: async (bearerHash) => {
      const [found] = parseRows(sessionRow, await findRows(pool, bearerHash));
      if (found === undefined || found.isBearerUsed) return found?.session;
      const marked = await query(
        'UPDATE conversations SET is_bearer_used = true WHERE bearer_hash = $1 RETURNING 1',
        [bearerHash],
      );
      return marked.length > 0 ? found.session : undefined; // replaced in between
    },
    touch: async (conversationId, now) => {
      await query(
        'UPDATE conversations SET last_contact_at = $2 WHERE conversation_id = $1 AND last_contact_at <= $3',
        [conversationId, now, now - touchIntervalMs],
      );
    },
    claimCrossSigningUpload: async (conversationId, keysHash) => {
      const claimed = await query(
        `UPDATE conversations SET cross_signing_hash = $2
         WHERE conversation_id = $1 AND coalesce(cross_signing_hash, $2) = $2 RETURNING 1`,
        [conversationId, keysHash],
      );
      if (claimed.length > 0) return true;
      const known = await query('SELECT 1 FROM conversations WHERE conversation_id = $1', [conversationId]);
      if (known.length === 0) throw new PostgresError('missing');
      return false;
    },
  };
}

async function findRows(pool: pg.Pool, bearerHash: string): Promise<readonly unknown[]> {
  try {
    const result = await pool.query<Record<string, unknown>>({ ...findSession, values: [bearerHash] });
    return result.rows;
  } catch (cause) {
    throw toPostgresError(cause);
  }
}
