import type { CallerLanguage } from './language.ts';
import {
  parseCircumstances,
  parsePinnedCounsellor,
  type Circumstances,
  type PinnedCounsellor,
} from './readers.ts';

export type { PinnedCounsellor } from './readers.ts';

/** A Flemish province as the wire spells it (R20). */
export const wireProvinces = [
  'antwerpen',
  'limburg',
  'oost-vlaanderen',
  'vlaams-brabant',
  'west-vlaanderen',
] as const;

/** A Flemish province as the wire spells it (R20). */
export type WireProvince = (typeof wireProvinces)[number];

/** The longest message a caller may write, in characters (S27). */
export const messageLimitCharacters = 4_000;

/** The longest nickname, in characters. */
export const nicknameLimitCharacters = 40;

/**
 * `POST /api/conversations`: all that ever leaves the browser unencrypted (TLS apart).
 * `requestSecret` (32 random bytes, base64url) makes a repeat return the same conversation.
 */
export type StartRequest = {
  readonly requestSecret: string;
  readonly province: WireProvince | null;
  readonly nickname: string | null;
  readonly language: CallerLanguage;
  readonly noticeVersion: string;
};

/**
 * 201, and 200 of a resume: what the caller's browser needs to take part. `bearer` and `storeKey` stay in the page's memory
 * (design 5.4); the resume token comes beside it, in a cookie that no script can read (R27).
 */
export type StartedConversation = {
  readonly bearer: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly roomId: string;
  /** The host is in the room and has no device: it is never among the recipients of a key. */
  readonly hostUserId: string;
  /** 32 bytes, base64url: encrypts what the browser keeps on its device until the conversation is over (design 5, resume). */
  readonly storeKey: string;
};

/**
 * `POST /api/conversations/resume`, with the cookie: a reloaded page goes on with its conversation (R27). Answered like a
 * start, and 401 when there is nothing to go on with. `requestSecret` is new; a quick exit of this page names it (`LeaveBeacon`).
 */
export type ResumeRequest = { readonly requestSecret: string };

/**
 * `GET /api/conversations/current?after=VERSION` (bearer): how the conversation stands, answered when it is newer than
 * `after`, or after 4 seconds as it is. It is also the sign of life of the caller's browser (S42).
 */
export type ConversationView = {
  readonly version: number;
  readonly phase: 'waiting' | 'taken' | 'joined' | 'talking' | 'ended';
  /** True from 180 seconds of waiting on: the caller is told, and offered mail and phone. */
  readonly takesLong: boolean;
  readonly counsellor: PinnedCounsellor | null;
  /** `blocked`: the caller is shown other lines, without a reason and without a question (R35, R36). */
  readonly endedBy: 'caller' | 'counsellor' | 'exit' | 'gone' | 'failure' | 'blocked' | null;
  /** The browser has shown a cookie that would bring it back after a reload (R27, R85). */
  readonly canResume: boolean;
} & Partial<Circumstances>;

/**
 * `POST /api/conversations/current/ready` (bearer), `{}`: the browser's device is cross-signed and shown so by the homeserver.
 * Nobody is rung before: what they wrote could never be read here (MSC4153). May be repeated.
 */
export type ReadyReport = Readonly<Record<string, never>>;

/**
 * `POST /api/conversations/current/security` (bearer): whether a key of this room has reached a signed device of the
 * counsellor (design 5.7). Codes, never key material.
 */
export type SecurityReport =
  { readonly state: 'secured' } | { readonly state: 'unsecured'; readonly code: UnsecuredCode };

/** Why no key goes out. */
export const unsecuredCodes = ['no-signed-device', 'identity-changed', 'no-key-delivered'] as const;

/** Why no key goes out. */
export type UnsecuredCode = (typeof unsecuredCodes)[number];

/** `POST /api/conversations/current/end` (bearer): the caller ends it, or their browser cannot go on. Nothing means `caller`. */
export type EndRequest = { readonly by?: 'caller' | 'failure' | undefined };

/**
 * `POST /api/conversations/leave`, a beacon as `text/plain`: quick exit (S3). Always answered 204. It names the secret of the
 * start, which the browser has before any answer came, or null in a page that has started nothing; the cookie says the rest.
 */
export type LeaveBeacon = { readonly requestSecret: string | null };

/** Reads the answer of `POST /api/conversations`; undefined when it is not one. */
export function parseStartedConversation(value: unknown): StartedConversation | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { bearer, userId, deviceId, roomId, hostUserId, storeKey } = value as Record<string, unknown>;
  if (typeof bearer !== 'string' || typeof userId !== 'string' || typeof deviceId !== 'string')
    return undefined;
  if (typeof roomId !== 'string' || typeof hostUserId !== 'string') return undefined;
  if (typeof storeKey !== 'string' || !/^[\w-]{43}$/.test(storeKey)) return undefined;
  return { bearer, userId, deviceId, roomId, hostUserId, storeKey };
}

/** Reads a conversation view; undefined when it is not one. */
export function parseConversationView(value: unknown): (ConversationView & Circumstances) | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, phase, takesLong, counsellor, endedBy, canResume } = value as Record<string, unknown>;
  const phases = ['waiting', 'taken', 'joined', 'talking', 'ended'] as const;
  const endings = ['caller', 'counsellor', 'exit', 'gone', 'failure', 'blocked'] as const;
  const known = phases.find((each) => each === phase);
  if (typeof version !== 'number' || known === undefined || typeof takesLong !== 'boolean') return undefined;
  return {
    version,
    phase: known,
    takesLong,
    counsellor: parsePinnedCounsellor(counsellor),
    endedBy: endings.find((each) => each === endedBy) ?? null,
    canResume: canResume === true,
    ...parseCircumstances(value as Record<string, unknown>),
  };
}
