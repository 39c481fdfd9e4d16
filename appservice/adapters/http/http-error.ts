import { errorCodes, type ErrorCode } from '../../contract/error-codes.ts';

/**
 * A refusal on its way to the one place that answers with it (`error-handler.ts`). The only error class of this adapter:
 * it carries a code of the contract, never words of the request (S22).
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly code: ErrorCode;
  /** When to try again, milliseconds; for `M_LIMIT_EXCEEDED` only. */
  readonly retryAfterMs: number | undefined;
  /** The rest of the request is not read: the connection is closed after the answer. */
  readonly isUnread: boolean;

  constructor(
    code: ErrorCode,
    details: {
      readonly cause?: unknown;
      readonly retryAfterMs?: number;
      readonly isUnread?: boolean;
    } = {},
  ) {
    super(errorCodes[code].meaning, { cause: details.cause });
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
    this.isUnread = details.isUnread ?? false;
  }
}
