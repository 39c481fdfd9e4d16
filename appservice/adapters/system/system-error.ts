/** What went wrong with a part of the system adapter. */
export type SystemErrorCode =
  /** Sealed bytes were changed, moved to another place, or belong to another key. */
  | 'seal-broken'
  /** A key is not 32 bytes long. */
  | 'bad-key'
  /** A drawn identifier is not what the domain accepts. */
  | 'bad-identifier'
  /** A key file was destroyed while something was to be sealed under it. */
  | 'resume-key-missing'
  /** The folder of the recognition keys, or a key in it, is missing or cannot be read. */
  | 'recognition-keys-unreadable'
  /** No crash point of that name. */
  | 'unknown-crash-point';

/** A part of the system adapter failed. */
export class SystemError extends Error {
  readonly code: SystemErrorCode;

  constructor(code: SystemErrorCode, cause?: unknown) {
    super(`System: ${code}`, { cause });
    this.name = 'SystemError';
    this.code = code;
  }
}
