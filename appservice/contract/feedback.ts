import type { StartRequest } from './conversation.ts';

/** What is asked with three answers to choose from (R37); each may be skipped. */
export const wireFeedbackQuestions = ['heard', 'helped', 'nextStep', 'easy'] as const;

/** One of those questions. */
export type WireFeedbackQuestion = (typeof wireFeedbackQuestions)[number];

/** The answers to choose from, the same for each of them. */
export const wireFeedbackScale = ['yes', 'somewhat', 'no'] as const;

/** An answer to one of them. */
export type WireFeedbackAnswer = (typeof wireFeedbackScale)[number];

/** The longest remark, in characters. */
export const remarkLimitCharacters = 500;

/**
 * `GET /api/feedback/key`: by which key tokens are signed this week. The browser asks without bearer and cookie, so that whoever
 * answers cannot tell callers apart by what they send, and everybody may ask and compare.
 */
export type FeedbackKeyAnswer = {
  /** ISO 8601, such as `2026-W48`. */
  readonly week: string;
  /** RSA, 2048 bits: SPKI, base64url. */
  readonly publicKey: string;
};

/**
 * `POST /api/conversations/current/feedback-token` (bearer): a token of 32 random bytes that the browser made up and blinded (RFC
 * 9474). Signed once for a conversation with a counsellor, around its end; the same request again gives the same answer.
 */
export type FeedbackTokenRequest = {
  readonly week: string;
  /** 256 bytes, base64url. */
  readonly blinded: string;
};

/** What comes back: the signature, still blinded. */
export type FeedbackTokenAnswer = { readonly signature: string };

/** What lets feedback in: nobody but this browser knows from which conversation it comes. */
export type FeedbackPass = {
  readonly week: string;
  /** 32 bytes, base64url. */
  readonly token: string;
  /** 256 bytes, base64url; the blinding is taken off. */
  readonly signature: string;
};

/** Answers by question; null is a question that was skipped (R39). */
export type WireFeedbackAnswers = Readonly<Record<WireFeedbackQuestion, WireFeedbackAnswer | null>>;

/** `POST /api/feedback`, without bearer and cookie, which are refused: nothing in it says whose it is (R38). Taken once. */
export type FeedbackReport = {
  readonly pass: FeedbackPass;
  readonly language: StartRequest['language'];
  readonly answers: WireFeedbackAnswers;
  /** Null when nothing was said. */
  readonly remark: string | null;
};

/** Reads the answer of `GET /api/feedback/key`; undefined when it is not one. */
export function parseFeedbackKeyAnswer(value: unknown): FeedbackKeyAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { week, publicKey } = value as Record<string, unknown>;
  return typeof week === 'string' && typeof publicKey === 'string' ? { week, publicKey } : undefined;
}

/** Reads the answer of `POST /api/conversations/current/feedback-token`; undefined when it is not one. */
export function parseFeedbackTokenAnswer(value: unknown): FeedbackTokenAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { signature } = value as Record<string, unknown>;
  return typeof signature === 'string' ? { signature } : undefined;
}
