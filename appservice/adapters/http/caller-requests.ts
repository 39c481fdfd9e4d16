import { z } from 'zod';
import {
  nicknameLimitCharacters,
  unsecuredCodes,
  wireProvinces,
  type EndRequest,
  type LeaveBeacon,
  type ResumeRequest,
  type SecurityReport,
  type StartRequest,
} from '../../contract/conversation.ts';
import { callerLanguages } from '../../contract/language.ts';
import type { MisplacedReport } from '../../contract/misplaced.ts';
import { handOverProblems, type HandOverReport, type ReaderRefusal } from '../../contract/readers.ts';
import { secretPattern } from './bearer.ts';
import { HttpError } from './http-error.ts';

/** Control characters, halves of characters, line and paragraph separators, and what turns the direction of a line round. */
export const unfitForNames = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const nickname = z
  .string()
  .max(200)
  .trim()
  .refine((name) => !unfitForNames.test(name))
  .regex(new RegExp(`^.{0,${nicknameLimitCharacters}}$`, 'su'))
  .transform((name) => (name === '' ? null : name));

const startRequest: z.ZodType<StartRequest> = z.strictObject({
  requestSecret: z.string().regex(secretPattern),
  province: z.enum(wireProvinces).nullable(),
  nickname: nickname.nullable(),
  language: z.enum(callerLanguages),
  noticeVersion: z.string().regex(/^[A-Za-z0-9.-]{1,20}$/),
});

const securityReport: z.ZodType<SecurityReport> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('secured') }),
  z.strictObject({ state: z.literal('unsecured'), code: z.enum(unsecuredCodes) }),
]);

const person = z
  .string()
  .max(255)
  .regex(/^@[^:\s]+:\S+$/);

const readerRefusal: z.ZodType<ReaderRefusal> = z.strictObject({ userId: person });

const handOverReport: z.ZodType<HandOverReport> = z.discriminatedUnion('state', [
  z.strictObject({ userId: person, state: z.literal('shared') }),
  z.strictObject({ userId: person, state: z.literal('failed'), code: z.enum(handOverProblems) }),
]);

const misplacedReport: z.ZodType<MisplacedReport> = z.strictObject({
  eventId: z.string().regex(/^\$[A-Za-z0-9_-]{43}$/),
});

const leaveBeacon: z.ZodType<LeaveBeacon> = z.strictObject({
  requestSecret: z.string().regex(secretPattern).nullable(),
});

const resumeRequest: z.ZodType<ResumeRequest> = z.strictObject({
  requestSecret: z.string().regex(secretPattern),
});

const endRequest: z.ZodType<EndRequest> = z.strictObject({ by: z.enum(['caller', 'failure']).optional() });

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new HttpError('M_BAD_JSON');
  return result.data;
}

/** Parses the body of `POST /api/conversations`; unknown keys are refused. */
export function parseStartRequest(body: unknown): StartRequest {
  return parsed(startRequest, body);
}

/** The secret of the page that goes on, from the body of `POST /api/conversations/resume`. */
export function parseResumeRequest(body: unknown): string {
  return parsed(resumeRequest, body).requestSecret;
}

/** Checks the body of `POST /api/conversations/current/ready`: an empty object. */
export function parseReadyReport(body: unknown): void {
  parsed(z.strictObject({}), body);
}

/** Parses the body of `POST /api/conversations/current/security`. */
export function parseSecurityReport(body: unknown): SecurityReport {
  return parsed(securityReport, body);
}

/** Parses the body of `POST /api/conversations/current/refuse`. */
export function parseReaderRefusal(body: unknown): ReaderRefusal {
  return parsed(readerRefusal, body);
}

/** Parses the body of `POST /api/conversations/current/hand-over`. */
export function parseHandOverReport(body: unknown): HandOverReport {
  return parsed(handOverReport, body);
}

/** Parses the body of `POST /api/conversations/current/misplaced`. */
export function parseMisplacedReport(body: unknown): MisplacedReport {
  return parsed(misplacedReport, body);
}

/** The beacon of `POST /api/conversations/leave`; one that is none names nothing. */
export function parseLeaveBeacon(body: unknown): LeaveBeacon {
  return leaveBeacon.safeParse(body).data ?? { requestSecret: null };
}

/** Who ends it, from the body of `POST /api/conversations/current/end`. */
export function parseEndRequest(body: unknown): 'caller' | 'failure' {
  return parsed(endRequest, body).by ?? 'caller';
}

/** The `after` of `GET /api/conversations/current`; -1 without one, so that every version is newer. */
export function parseAfter(url: string): number {
  const [, query] = url.split('?', 2);
  if (query === undefined) return -1;
  const digits = /^after=(\d{1,12})$/.exec(query)?.[1];
  if (digits === undefined) throw new HttpError('M_INVALID_PARAM');
  return Number(digits);
}
