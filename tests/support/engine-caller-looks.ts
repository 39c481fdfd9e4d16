import pg from 'pg';
import { z } from 'zod';
import { eventually } from '../ports/eventually.ts';
import type { World } from './world.ts';

/** An event of a room as the homeserver keeps it. */
export type KeptEvent = z.infer<typeof eventSchema>;

const eventSchema = z.object({
  event_id: z.string(),
  type: z.string(),
  sender: z.string(),
  state_key: z.string().optional(),
  content: z.record(z.string(), z.unknown()),
});
const pageSchema = z.object({ chunk: z.array(eventSchema), end: z.string().optional() });
const devicesSchema = z.object({ devices: z.array(z.object({ device_id: z.string() })) });
const roomsSchema = z.object({ joined_rooms: z.array(z.string()) });

/** Asks the homeserver as the application service's own account, or in somebody's name. */
export async function askHomeserver(
  world: World,
  path: string,
  { token = world.asToken, method = 'GET', body }: { token?: string; method?: string; body?: object } = {},
): Promise<unknown> {
  const response = await fetch(`${world.homeserverUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Everything that ever happened in a room, oldest first, as the host sees it. */
export async function roomHistory(world: World, roomId: string): Promise<readonly KeptEvent[]> {
  const events: KeptEvent[] = [];
  let from = '';
  for (;;) {
    const query = `dir=f&limit=500${from === '' ? '' : `&from=${from}`}`;
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages?${query}`;
    const page = pageSchema.parse(await askHomeserver(world, path));
    events.push(...page.chunk);
    if (page.end === undefined || page.chunk.length === 0) return events;
    from = page.end;
  }
}

/**
 * Texts in the order of the room, which is the order in which people see them: what could be decrypted late stands in its
 * own place.
 */
export async function bodiesInOrder(
  world: World,
  roomId: string,
  words: readonly { readonly eventId: string; readonly body: string }[],
): Promise<readonly string[]> {
  const order = (await roomHistory(world, roomId)).map((event) => event.event_id);
  const placeOf = ({ eventId }: { readonly eventId: string }): number => order.indexOf(eventId);
  return words.toSorted((one, other) => placeOf(one) - placeOf(other)).map(({ body }) => body);
}

/** Who is in a room or invited to it. */
export function membersNow(history: readonly KeptEvent[]): readonly string[] {
  const memberships = new Map<string, unknown>();
  for (const event of history) {
    if (event.type === 'm.room.member' && event.state_key !== undefined) {
      memberships.set(event.state_key, event.content['membership']);
    }
  }
  return [...memberships].flatMap(([userId, membership]) =>
    membership === 'join' || membership === 'invite' ? [userId] : [],
  );
}

/** The devices of somebody, as the operator sees them. */
export async function devicesOf(world: World, userId: string): Promise<readonly string[]> {
  const path = `/_synapse/admin/v2/users/${encodeURIComponent(userId)}/devices`;
  const answer = devicesSchema.parse(await askHomeserver(world, path, { token: world.operatorToken }));
  return answer.devices.map((each) => each.device_id);
}

/**
 * Claims the one-time keys of all devices of somebody until none but a fallback key is left, however many are made meanwhile;
 * tells the last answers.
 */
export async function useUpOneTimeKeys(world: World, userId: string): Promise<string> {
  const host = encodeURIComponent(`@1712:${world.serverName}`);
  const path = `/_matrix/client/v3/keys/claim?user_id=${host}`;
  const devices = await devicesOf(world, userId);
  const wanted = Object.fromEntries(devices.map((device) => [device, 'signed_curve25519']));
  const body = { one_time_keys: { [userId]: wanted } };
  const claim = (): Promise<unknown> => askHomeserver(world, path, { method: 'POST', body });
  let answers = '';
  await eventually(async () => {
    answers = JSON.stringify(await Promise.all(Array.from({ length: 80 }, claim)));
    return answers.includes('"fallback":true');
  });
  return answers;
}

/** The rooms that somebody is in; after the end none, and never a second one that was made beside the first. */
export async function roomsOf(world: World, userId: string): Promise<readonly string[]> {
  const path = `/_synapse/admin/v1/users/${encodeURIComponent(userId)}/joined_rooms`;
  const answer = roomsSchema.parse(await askHomeserver(world, path, { token: world.operatorToken }));
  return answer.joined_rooms;
}

/** Asks one of the databases, with a connection of its own, so that a database that was restarted is no obstacle. */
export async function query(
  world: World,
  text: string,
  { values = [], database = 'helpline' }: QueryOptions = {},
): Promise<readonly Record<string, unknown>[]> {
  const connection = new pg.Client({ connectionString: world.superuserUrl(database) });
  await connection.connect();
  try {
    const result = await connection.query<Record<string, unknown>>(text, [...values]);
    return result.rows;
  } finally {
    await connection.end();
  }
}

type QueryOptions = {
  readonly values?: readonly unknown[];
  /** The service's own unless said otherwise. */
  readonly database?: 'helpline' | 'synapse';
};

/** One number out of the service's own database. */
export async function count(world: World, text: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await query(world, text, { values });
  return Number(Object.values(row ?? {})[0]);
}

/** The case number of the conversation in a room. */
export async function caseNumberOf(world: World, roomId: string): Promise<string> {
  const [row] = await query(world, 'SELECT case_number FROM conversations WHERE room_id = $1', {
    values: [roomId],
  });
  return String(row?.['case_number']);
}

/** The own desk room of somebody who has not entered it; waits until the desk has made it and invited them. */
export async function invitedDesk(world: World, userId: string): Promise<string> {
  let roomId = '';
  await eventually(async () => {
    const own = "SELECT room_id FROM desk_rooms WHERE kind = 'own' AND owner = $1";
    const [room] = await query(world, own, { values: [userId] });
    roomId = String(room?.['room_id']);
    const invited =
      "SELECT FROM local_current_membership WHERE room_id = $1 AND user_id = $2 AND membership = 'invite'";
    const rows = await query(world, invited, { values: [roomId, userId], database: 'synapse' });
    return rows.length > 0;
  }, 30_000);
  return roomId;
}

/** What the status says; undefined when the service does not answer. */
export async function statusNow(world: World): Promise<{ state: string; reason: string | null } | undefined> {
  try {
    const response = await fetch(`${world.publicUrl}/api/status`, { signal: AbortSignal.timeout(5_000) });
    return z.object({ state: z.string(), reason: z.string().nullable() }).parse(await response.json());
  } catch {
    return undefined;
  }
}
