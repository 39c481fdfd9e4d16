import { randomBytes } from 'node:crypto';
import {
  parseStartedConversation,
  type StartedConversation,
  type StartRequest,
} from '../../../appservice/contract/conversation.ts';
import { BenchError } from '../bench-error.ts';
import type { BenchStack } from '../bench-stack.ts';
import { withDatabase } from '../helpline-database.ts';
import { talkingPhase } from '../talking-phase.ts';

/**
 * A conversation without anybody in it who acts: it is written into the database as one that both sides talk in, so that
 * nothing rings and nothing is given back while requests are timed.
 */
export async function startQuietConversation(stack: BenchStack): Promise<StartedConversation> {
  const counsellor = stack.people[0]?.userId ?? '';
  return withDatabase(stack.databaseUrl, async (client) => {
    const now = Date.now();
    await client.query(
      `INSERT INTO duties (counsellor, state, since, idle_since, pinned_master_key) VALUES ($1, 'on', $2, $2, 'none')`,
      [counsellor, now],
    );
    try {
      const started = await start(stack.publicOrigin);
      const phase = talkingPhase(counsellor, now);
      await client.query('UPDATE conversations SET phase = $1 WHERE room_id = $2', [phase, started.roomId]);
      return started;
    } finally {
      await client.query('DELETE FROM duties WHERE counsellor = $1', [counsellor]);
    }
  });
}

async function start(origin: string): Promise<StartedConversation> {
  const request: StartRequest = {
    requestSecret: randomBytes(32).toString('base64url'),
    province: null,
    nickname: null,
    language: 'nl',
    noticeVersion: '1',
  };
  const response = await fetch(`${origin}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const started = response.ok ? parseStartedConversation(await response.json()) : undefined;
  if (started !== undefined) return started;
  throw new BenchError('refused', `The service refused a conversation with status ${response.status}.`);
}
