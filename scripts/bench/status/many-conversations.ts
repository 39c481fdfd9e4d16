import { withDatabase } from '../helpline-database.ts';

const endedCount = 9_950;
const openCount = 50;

/** Conversations as they lie in the database after months, and fifty that run. */
const insertion = `
  INSERT INTO conversations (conversation_id, case_number, caller, caller_device, room_id, language, notice_version,
    created_at, last_contact_at, phase, request_hash, bearer_hash, wrapped_data_key, sealed_address)
  SELECT gen_random_uuid(), (90000000 + number)::text, '@1712_caller_bench' || number || ':localhost', 'BENCH',
    '!bench' || number, 'nl', '1', $1, $1,
    CASE WHEN number <= ${endedCount}
      THEN jsonb_build_object('name', 'ended', 'by', 'caller', 'at', $1::bigint)
      ELSE jsonb_build_object('name', 'talking', 'counsellor', $2::text, 'since', $1::bigint, 'asked', '[]'::jsonb) END,
    'bench request ' || number, 'bench bearer ' || number, '', ''
  FROM generate_series(1, ${endedCount + openCount}) AS number`;

/** Puts ten thousand conversations into the database, for as long as the work lasts. */
export async function withManyConversations<Value>(
  databaseUrl: string,
  counsellor: string,
  work: () => Promise<Value>,
): Promise<Value> {
  await withDatabase(databaseUrl, (client) => client.query(insertion, [Date.now(), counsellor]));
  try {
    return await work();
  } finally {
    await withDatabase(databaseUrl, (client) =>
      client.query("DELETE FROM conversations WHERE caller_device = 'BENCH'"),
    );
  }
}
