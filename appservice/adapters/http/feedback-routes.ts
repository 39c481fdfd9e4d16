import type { Request, RequestHandler, Router } from 'express';
import express from 'express';
import type { FeedbackTokenAnswer } from '../../contract/feedback.ts';
import { guard, identify, jsonOf, sendJson, type CallerExchange } from './caller-exchange.ts';
import type { FeedbackApi } from './feedback-api.ts';
import { parseFeedbackReport, parseTokenRequest } from './feedback-requests.ts';
import { HttpError } from './http-error.ts';
import type { AnswerHeaders } from './security-headers.ts';

/** What the routes of feedback need. They have no log: that feedback came is nobody's to know but who counts it (R38). */
export type FeedbackRoutesDependencies = Pick<CallerExchange, 'limiters' | 'addressOf' | 'publicOrigin'> & {
  readonly feedback: FeedbackApi;
  readonly headers: AnswerHeaders;
};

/** `POST /api/conversations/current/feedback-token`: the only request about feedback that says whose it is (contract/feedback.ts). */
export function feedbackTokenRoute(dependencies: FeedbackRoutesDependencies & CallerExchange): Router {
  const { feedback, headers } = dependencies;
  const router = express.Router({ caseSensitive: true, strict: true });
  router.post('/current/feedback-token', guard(dependencies), async (request, response) => {
    const conversationId = await identify(dependencies, request);
    const signature = await feedback.sign(conversationId, parseTokenRequest(await jsonOf(request)));
    if (signature === undefined) throw new HttpError('M_FORBIDDEN');
    const value: FeedbackTokenAnswer = { signature: Buffer.from(signature).toString('base64url') };
    sendJson(response, { status: 200, headers, value });
  });
  return router;
}

/** `/api/feedback`: the key of the week, and feedback itself. Neither takes anything that says who is asking. */
export function feedbackRoutes(dependencies: FeedbackRoutesDependencies): Router {
  const { feedback, headers } = dependencies;
  const router = express.Router({ caseSensitive: true, strict: true });
  router.use(guard(dependencies), guardFeedback(dependencies));
  router.get('/key', async (_request, response) => {
    sendJson(response, { status: 200, headers, value: await feedback.key() });
  });
  router.post('/', async (request, response) => {
    const signed = parseFeedbackReport(await jsonOf(request));
    if (!(await feedback.record(signed))) throw new HttpError('M_FORBIDDEN');
    sendJson(response, { status: 200, headers, value: {} });
  });
  return router;
}

/** A browser of ours sends neither bearer nor cookie here; should it ever, that is a refusal to be seen, not a secret kept badly. */
function guardFeedback({ limiters, addressOf }: FeedbackRoutesDependencies): RequestHandler {
  return async (request, _response, next) => {
    if (saysWhoAsks(request)) throw new HttpError('M_FORBIDDEN', { isUnread: true });
    await limiters.feedback(addressOf(request).limitKey);
    next();
  };
}

function saysWhoAsks({ headers }: Request): boolean {
  return headers.authorization !== undefined || headers.cookie !== undefined;
}
