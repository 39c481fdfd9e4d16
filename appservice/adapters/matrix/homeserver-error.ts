/** What failed, beside the homeserver's own `errcode`s (`M_FORBIDDEN`, `M_LIMIT_EXCEEDED`, …). */
export type HomeserverProblem =
  /** No answer within the time limit of the request. */
  | 'timeout'
  /** No connection, or it broke. */
  | 'unreachable'
  /** Something answered that does not speak Matrix, or not as the specification says. */
  | 'unexpected-answer'
  /** The desk's device has not started yet, or was stopped. */
  | 'desk-not-ready'
  /** The desk does not know the room, or does not know it as encrypted: nothing is sent there. */
  | 'desk-room-unknown'
  /** Identities of another server could not be asked for: that says nothing about them. */
  | 'identity-unknown'
  /** A library is not the version this adapter was written for. */
  | 'library-changed';

/**
 * What the Matrix adapters throw. Ask for `code`, never for the message: the message names no person, room, event, device
 * or token; `cause` may, and is never logged.
 */
export class HomeserverError extends Error {
  override readonly name = 'HomeserverError';
  /** A problem of the list above, or the `errcode` of the homeserver's answer. */
  readonly code: string;

  constructor(code: HomeserverProblem | `M_${string}`, cause?: unknown) {
    super(`The homeserver did not do what was asked (${code}).`, { cause });
    this.code = code;
  }
}

/** Whether something thrown is this adapter's error with this code. */
export function isHomeserverError(error: unknown, ...codes: readonly string[]): error is HomeserverError {
  return error instanceof HomeserverError && codes.includes(error.code);
}
