import { z } from 'zod';
import type { CallerSession } from '../../../ports/caller-sessions.ts';
import type { BodyRule } from './body-rule.ts';
import {
  deviceSigningUpload,
  encryptedToDevice,
  keysClaim,
  keysQuery,
  keysUpload,
  signaturesUpload,
  withheldToDevice,
} from './key-bodies.ts';
import { messagesFilter, syncFilter } from './own-filters.ts';
import { noArguments, roomMessage, typing } from './room-bodies.ts';

/** Query parameters by name. */
export type Query = Readonly<Record<string, string>>;

/** One request that a caller's browser may make. */
export type ListedRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `{room}` and `{self}` are the caller's own, `{event}` an event id, `{transaction}` a transaction id. */
  readonly path: string;
  /** What the browser may ask; a parameter that is not here is refused, `user_id` and `device_id` first of all. */
  readonly query: z.ZodType<Query>;
  /** What the gateway itself adds to the query. */
  readonly ownQuery: (session: CallerSession) => Query;
  /** Null where the request takes none. */
  readonly body: BodyRule | null;
  /**
   * `message` counts against the pace of writing (S27), `keys` uses up what is the counsellor's, `long-poll` waits, `once` may
   * be done once per conversation.
   */
  readonly manner: 'plain' | 'message' | 'keys' | 'long-poll' | 'once';
};

const client = '/_matrix/client/v3';
const room = `${client}/rooms/{room}`;

/** Stream and pagination tokens as Synapse makes them; `~` may come percent-encoded. */
const token = z.string().regex(/^[A-Za-z0-9_~.-]{1,300}$/);
const wholeNumber = z.string().regex(/^(?:0|[1-9]\d{0,8})$/);
const atMost = (most: number) => wholeNumber.transform((digits) => String(Math.min(Number(digits), most)));

const noQuery: z.ZodType<Query> = z.strictObject({});
const nothingOwn = (): Query => ({});

const syncQuery: z.ZodType<Query> = z
  .strictObject({ since: token.optional(), timeout: atMost(30_000).optional() })
  .transform(withoutGaps);
const messagesQuery: z.ZodType<Query> = z
  .strictObject({ dir: z.literal('b'), limit: atMost(100).optional(), from: token.optional() })
  .transform(withoutGaps);

const post = { method: 'POST', query: noQuery, ownQuery: nothingOwn, manner: 'plain' } as const;
const put = { ...post, method: 'PUT' } as const;
const get = { method: 'GET', body: null } as const;

/**
 * The closed list (feasibility Part D 1): everything that reaches the homeserver in a caller's name. The three requests of
 * a hand-over (`invite`, media upload and download) are not on it: nothing hands over yet.
 */
export const requestList: readonly ListedRequest[] = [
  {
    ...get,
    path: `${client}/sync`,
    query: syncQuery,
    ownQuery: (session) => ({ filter: syncFilter(session), set_presence: 'offline' }),
    manner: 'long-poll',
  },
  { ...post, path: `${client}/keys/upload`, body: keysUpload },
  { ...post, path: `${client}/keys/query`, body: keysQuery },
  { ...post, path: `${client}/keys/claim`, body: keysClaim, manner: 'keys' },
  { ...post, path: `${client}/keys/device_signing/upload`, body: deviceSigningUpload, manner: 'once' },
  { ...post, path: `${client}/keys/signatures/upload`, body: signaturesUpload },
  {
    ...put,
    path: `${client}/sendToDevice/m.room.encrypted/{transaction}`,
    body: encryptedToDevice,
    manner: 'keys',
  },
  {
    ...put,
    path: `${client}/sendToDevice/m.room_key.withheld/{transaction}`,
    body: withheldToDevice,
    manner: 'keys',
  },
  { ...put, path: `${room}/send/m.room.encrypted/{transaction}`, body: roomMessage, manner: 'message' },
  {
    ...get,
    path: `${room}/messages`,
    query: messagesQuery,
    ownQuery: () => ({ filter: messagesFilter }),
    manner: 'plain',
  },
  { ...post, path: `${room}/receipt/m.read/{event}`, body: noArguments },
  { ...put, path: `${room}/typing/{self}`, body: typing },
  { ...put, path: `${room}/redact/{event}/{transaction}`, body: noArguments },
];

function withoutGaps(query: Readonly<Record<string, string | undefined>>): Query {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
