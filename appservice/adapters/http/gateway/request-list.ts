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
import { invitation, noArguments, roomMessage, typing } from './room-bodies.ts';

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
  /** Null where the request takes none, or takes bytes. */
  readonly body: BodyRule | null;
  /**
   * `message` counts against the pace of writing (S27), `keys` uses up what is the counsellor's, `long-poll` waits, `once` may
   * be done once per conversation; `bytes` are ciphertext that is kept, a few times and only while there is somebody to share it
   * with.
   */
  readonly manner: 'plain' | 'message' | 'keys' | 'long-poll' | 'once' | 'bytes';
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

/** What a browser calls its file is thrown away. */
const uploadQuery: z.ZodType<Query> = z
  .strictObject({ filename: z.string().optional() })
  .transform(() => ({}));

const post = { method: 'POST', query: noQuery, ownQuery: nothingOwn, manner: 'plain' } as const;
const put = { ...post, method: 'PUT' } as const;
const get = { method: 'GET', body: null } as const;

/**
 * The closed list (feasibility Part D 1): everything that reaches the homeserver in a caller's name. Media are not downloaded:
 * files are not shown.
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
  { ...post, path: `${room}/invite`, body: invitation },
  { ...post, path: '/_matrix/media/v3/upload', query: uploadQuery, body: null, manner: 'bytes' },
  { ...put, path: `${room}/redact/{event}/{transaction}`, body: noArguments },
];

function withoutGaps(query: Readonly<Record<string, string | undefined>>): Query {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
