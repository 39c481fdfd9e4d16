import { numberField, objectAt, parseJson, textField } from './json-fields.ts';

/**
 * What a failed request means for us:
 * `ended` the device is gone or the bearer is unknown, stop; `limited` too many requests, wait; `unreachable` no answer
 * or a fault on the other side, try again; `refused` this very request will never be taken.
 */
export type GatewayErrorCode = 'ended' | 'limited' | 'unreachable' | 'refused';

/** A request to the gateway that was not answered with success. Carries codes only, no path and no body. */
export class GatewayError extends Error {
  readonly code: GatewayErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** How long the server asks us to wait, milliseconds; 0 when it does not say. */
  readonly retryAfterMs: number;

  constructor(
    code: GatewayErrorCode,
    detail: { status?: number; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(`gateway: ${code}`, { cause: detail.cause });
    this.name = 'GatewayError';
    this.code = code;
    this.status = detail.status ?? 0;
    this.retryAfterMs = detail.retryAfterMs ?? 0;
  }
}

const overCodes = ['M_UNKNOWN_DEVICE', 'M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN'];

/**
 * Reads a refusal. After the device was deleted every call is 400 `M_UNKNOWN_DEVICE` (not 401), after the session ended
 * 401 `M_UNKNOWN_TOKEN`: both mean that the conversation is over.
 */
export function readRefusal(status: number, body: string): GatewayError {
  const answer = objectAt(parseJson(body));
  const errcode = textField(answer, 'errcode') ?? '';
  if ((status === 400 || status === 401) && overCodes.includes(errcode))
    return new GatewayError('ended', { status });
  if (status === 429) {
    return new GatewayError('limited', { status, retryAfterMs: numberField(answer, 'retry_after_ms') ?? 0 });
  }
  return new GatewayError(status >= 500 || status === 408 ? 'unreachable' : 'refused', { status });
}
