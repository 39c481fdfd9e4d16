import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import type { TokenCheck } from './homeserver-token.ts';

/** What the private listener does with transactions. */
export type TransactionRouteOptions = {
  readonly check: TokenCheck;
  /** Commits the transaction; only when it resolves is the homeserver told so. */
  readonly receive: (transactionId: string, events: readonly unknown[]) => Promise<void>;
  /** Whether the transaction comes before one that is missing; it is refused then, and comes again after that one. */
  readonly isAhead: (transactionId: string) => boolean;
  /** Called after each answer: whether the transaction was taken. */
  readonly onAnswered: (isTaken: boolean) => void;
};

/** A hundred events of 65 kB, which is what a homeserver sends at most, with some room. */
const bodyLimitBytes = 10_000_000;

const transactionIdSchema = z.string().min(1).max(255);
const bodySchema = z.object({ events: z.array(z.unknown()).max(1_000) });

/** What the homeserver is told of a body that could not be read, by HTTP status. */
const bodyProblems = new Map<number, string>([
  [400, 'M_NOT_JSON'],
  [413, 'M_TOO_LARGE'],
  [415, 'M_NOT_JSON'],
]);

/**
 * The application service endpoint of transactions and the guard before all others (Application Service API,
 * `/_matrix/app/v1`). Nothing of a request is read before its token is found right.
 */
export function transactionRoute(options: TransactionRouteOptions): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use('/_matrix/app', guard(options.check));
  router.put('/_matrix/app/v1/transactions/:transactionId', readBody, takeTransaction(options));
  return router;
}

const readJson: RequestHandler = express.json({ limit: bodyLimitBytes, inflate: false, type: () => true });

const readBody: RequestHandler = (request, response, next) => {
  readJson(request, response, (problem?: unknown) => {
    if (problem === undefined) {
      next();
      return;
    }
    const status = z.object({ status: z.number() }).safeParse(problem).data?.status ?? 500;
    const code = bodyProblems.get(status);
    response.status(code === undefined ? 500 : status).json(refusal(code ?? 'M_UNKNOWN'));
  });
};

function guard(check: TokenCheck): RequestHandler {
  return (request, response, next) => {
    const status = check(request.headers.authorization);
    if (status === 200) next();
    else response.status(status).json(refusal(status === 401 ? 'M_MISSING_TOKEN' : 'M_FORBIDDEN'));
  };
}

function takeTransaction({ receive, isAhead, onAnswered }: TransactionRouteOptions): RequestHandler {
  const isStored = (transactionId: string, events: readonly unknown[]): Promise<boolean> =>
    receive(transactionId, events).then(
      () => true,
      () => false, // whoever commits has logged why; the homeserver keeps the transaction and sends it again
    );
  return async (request, response) => {
    const transactionId = transactionIdSchema.safeParse(request.params['transactionId']);
    const body = bodySchema.safeParse(request.body);
    if (!transactionId.success || !body.success) {
      response.status(400).json(refusal('M_BAD_JSON'));
      return;
    }
    const isTaken = !isAhead(transactionId.data) && (await isStored(transactionId.data, body.data.events));
    if (isTaken) response.json({});
    else response.status(503).json(refusal('M_UNKNOWN'));
    onAnswered(isTaken);
  };
}

/** An error in Matrix's own shape (Matrix specification, standard error response); it repeats nothing of the request. */
export function refusal(errcode: string): { readonly errcode: string; readonly error: string } {
  return { errcode, error: 'The application service refuses this request.' };
}
