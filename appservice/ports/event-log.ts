/**
 * The enumerated list of everything that may ever be logged (README, invariant 7): a name, and fields that hold codes,
 * counts and durations only. No text, nickname, address, IP, token, key, room or user id has a way in.
 */
export type LogEvent =
  | { readonly event: 'service.started'; readonly durationMs: number }
  | { readonly event: 'service.stopping' }
  | { readonly event: 'service.stopped' }
  | { readonly event: 'homeserver.health'; readonly isAnswering: boolean }
  | { readonly event: 'database.health' | 'desk.health'; readonly isAnswering: boolean }
  | { readonly event: 'conversation.started'; readonly durationMs: number }
  | { readonly event: 'conversation.resumed' }
  /** A conversation began of which nobody can tell whether its caller was here before. */
  | { readonly event: 'recognition.failed'; readonly code: string }
  | { readonly event: 'conversation.refused'; readonly code: string }
  | { readonly event: 'conversation.ended'; readonly code: string }
  | { readonly event: 'ring.decided'; readonly code: string }
  | {
      readonly event: 'action.failed';
      readonly code: string;
      readonly kind: string;
      readonly attempts: number;
      readonly isGivenUp: boolean;
    }
  | { readonly event: 'transaction.failed'; readonly code: string }
  | { readonly event: 'request.failed'; readonly code: string; readonly status: number }
  | { readonly event: 'gateway.refused'; readonly code: string }
  | { readonly event: 'job.failed'; readonly job: string; readonly code: string }
  | { readonly event: 'desk.state'; readonly code: string }
  | {
      readonly event: 'library.message';
      readonly library: string;
      readonly level: string;
      readonly code: string;
    }
  | { readonly event: 'duty.changed'; readonly code: string }
  /** Something that closes the chat until somebody mends it, and that it is mended. */
  | { readonly event: 'alarm.raised' | 'alarm.over'; readonly code: string };

/** Writes log events; the only way to a log line. */
export interface EventLog {
  log(event: LogEvent): void;
}
