/**
 * Every `errcode` our own routes and the gateway answer with (Matrix specification, standard error response), with its
 * HTTP status and what it means. `appservice/README.md` is tested against this list.
 */
export const errorCodes = {
  M_BAD_JSON: { status: 400, meaning: 'The body is not what this request takes.' },
  M_NOT_JSON: { status: 400, meaning: 'The body is not JSON.' },
  M_INVALID_PARAM: { status: 400, meaning: 'A query or path parameter is not what this request takes.' },
  M_TOO_LARGE: { status: 413, meaning: 'The body or a message is too long.' },
  M_MISSING_TOKEN: { status: 401, meaning: 'The request carries no bearer.' },
  M_UNKNOWN_TOKEN: { status: 401, meaning: 'The bearer belongs to no open conversation.' },
  M_FORBIDDEN: {
    status: 403,
    meaning:
      'Not from this origin, not a second time, or not to anybody but yourself and the people in your room.',
  },
  M_UNRECOGNIZED: { status: 404, meaning: 'Nothing of this name, or not with this method.' },
  M_LIMIT_EXCEEDED: { status: 429, meaning: 'Too many requests; try again after `retry_after_ms`.' },
  M_UNKNOWN: { status: 500, meaning: 'Something failed on our side; whether it was done is not known.' },
  HELPLINE_NOT_HERE: {
    status: 403,
    meaning:
      'This website may not show the chat: its origin is missing in listeners.hostOrigins of the helpline’s configuration.',
  },
  HELPLINE_BUSY: { status: 409, meaning: 'Every counsellor on duty is in conversation.' },
  HELPLINE_OFFLINE: { status: 503, meaning: 'The helpline is not open now, or not within reach.' },
  /** 403 as a refusal among others; the page that shows other lines is the frame itself, which was served with 200 to everybody alike (R36). */
  HELPLINE_BLOCKED: { status: 403, meaning: 'The chat is not available to this caller now.' },
  HELPLINE_UNREACHABLE: {
    status: 502,
    meaning: 'The homeserver does not answer; whether it was done is not known.',
  },
} as const;

/** One of the error codes above. */
export type ErrorCode = keyof typeof errorCodes;

/** The body of every refusal. */
export type ErrorBody = {
  readonly errcode: ErrorCode;
  readonly error: string;
  readonly retry_after_ms?: number;
};
