import { z } from 'zod';
import {
  remarkLimitCharacters,
  wireFeedbackScale,
  type FeedbackReport,
  type FeedbackTokenRequest,
} from '../../contract/feedback.ts';
import { callerLanguages } from '../../contract/language.ts';
import { parseIsoWeek } from '../../domain/iso-week.ts';
import type { SignedFeedback } from '../../usecases/record-feedback.ts';
import type { TokenDraw } from '../../usecases/sign-feedback-token.ts';
import { HttpError } from './http-error.ts';

const week = z.string().refine((text) => parseIsoWeek(text) !== undefined);

/** So many bytes, spelled in the one way in which base64url has no bits to spare: a token of two spellings would be two. */
function bytes(count: number): z.ZodType<string> {
  return z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64url');
    return decoded.length === count && decoded.toString('base64url') === text;
  });
}

const tokenRequest: z.ZodType<FeedbackTokenRequest> = z.strictObject({ week, blinded: bytes(256) });

const answer = z.enum(wireFeedbackScale).nullable();

const report: z.ZodType<FeedbackReport> = z
  .strictObject({
    pass: z.strictObject({ week, token: bytes(32), signature: bytes(256) }),
    language: z.enum(callerLanguages),
    answers: z.strictObject({ heard: answer, helped: answer, nextStep: answer, easy: answer }),
    remark: z
      .string()
      .trim()
      .min(1)
      .regex(new RegExp(`^.{0,${remarkLimitCharacters}}$`, 'su'))
      .nullable(),
  })
  .refine(({ answers, remark }) => remark !== null || Object.values(answers).some((each) => each !== null));

/** Parses the body of `POST /api/conversations/current/feedback-token`. */
export function parseTokenRequest(body: unknown): Omit<TokenDraw, 'conversationId'> {
  const { week: named, blinded } = parsed(tokenRequest, body);
  return { week: named, blinded: Buffer.from(blinded, 'base64url') };
}

/** Parses the body of `POST /api/feedback`; one that says nothing at all is refused. */
export function parseFeedbackReport(body: unknown): SignedFeedback {
  const { pass, language, answers, remark } = parsed(report, body);
  return {
    feedback: { week: pass.week, language, answers, remark },
    token: Buffer.from(pass.token, 'base64url'),
    signature: Buffer.from(pass.signature, 'base64url'),
  };
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw new HttpError('M_BAD_JSON');
  return result.data;
}
