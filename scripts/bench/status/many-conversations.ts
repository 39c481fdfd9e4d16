import type { Phase } from '../../../appservice/domain/conversation.ts';
import { withDatabase } from '../helpline-database.ts';
import { talkingPhase } from '../talking-phase.ts';

const endedCount = 9_950;
const openCount = 50;

/** Conversations as they lie in the database after months, and fifty that run. */
const insertion = `
  INSERT INTO conversations (conversation_id, case_number, caller, caller_device, room_id, language, notice_version,
    created_at, last_contact_at, phase, request_hash, bearer_hash, wrapped_data_key, sealed_address)
  SELECT gen_random_uuid(), (90000000 + number)::text, '@1712_caller_bench' || number || ':localhost', 'BENCH',
    '!bench' || number, 'nl', '1', $1, $1,
    CASE WHEN number <= ${endedCount} THEN $2::jsonb ELSE $3::jsonb END,
    'bench request ' || number, 'bench bearer ' || number, '', ''
  FROM generate_series(1, ${endedCount + openCount}) AS number`;

/** Puts ten thousand conversations into the database, for as long as the work lasts. */
export async function withManyConversations<Value>(
  databaseUrl: string,
  counsellor: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const now = Date.now();
  const ended: Phase = { name: 'ended', by: 'caller', at: now, wasAttended: true };
  await withDatabase(databaseUrl, (client) =>
    client.query(insertion, [now, ended, talkingPhase(counsellor, now)]),
  );
  try {
    return await work();
  } finally {
    await withDatabase(databaseUrl, (client) =>
      client.query("DELETE FROM conversations WHERE caller_device = 'BENCH'"),
    );
  }
}
