import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import { errorCodes, type ErrorBody } from '../../contract/error-codes.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { HttpError } from './http-error.ts';
import type { AnswerHeaders } from './security-headers.ts';

/** Turns whatever was thrown into a refusal of the contract; what is not one becomes `M_UNKNOWN`, without detail. */
export function asHttpError(error: unknown): HttpError {
  return error instanceof HttpError ? error : new HttpError('M_UNKNOWN', { cause: error });
}

/** Answers with a refusal in Matrix's own shape; an answer that has begun can only be cut off. */
export function sendRefusal(response: ServerResponse, error: HttpError, headers: AnswerHeaders): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, meaning } = errorCodes[error.code];
  const body: ErrorBody = {
    errcode: error.code,
    error: meaning,
    ...(error.retryAfterMs === undefined ? {} : { retry_after_ms: error.retryAfterMs }),
  };
  const json = Buffer.from(JSON.stringify(body));
  const answered: OutgoingHttpHeaders = {
    ...headers,
    'content-type': 'application/json',
    'content-length': json.length,
  };
  if (error.retryAfterMs !== undefined)
    answered['retry-after'] = String(Math.ceil(error.retryAfterMs / 1_000));
  if (error.isUnread) answered['connection'] = 'close';
  response.writeHead(status, answered);
  response.end(json);
}

/** The one Express error handler: every refusal and every surprise of the public routes ends here. */
export function errorHandler(dependencies: {
  readonly log: EventLog;
  readonly headers: AnswerHeaders;
}): ErrorRequestHandler {
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters
  return (error, _request, response, _next) => {
    const refusal = asHttpError(error);
    const { status } = errorCodes[refusal.code];
    if (status >= 500 && !response.destroyed)
      dependencies.log.log({ event: 'request.failed', code: refusal.code, status });
    sendRefusal(response, refusal, dependencies.headers);
  };
}
