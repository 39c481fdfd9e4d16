import express, { type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import {
  browserNameLimitCharacters,
  faultDescriptionLimitCharacters,
  type FaultReportRequest,
} from '../../contract/fault-report.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { AddressReader } from './caller-address.ts';
import type { CallerApi } from './caller-api.ts';
import { unfitForNames } from './caller-requests.ts';
import { asHttpError } from './error-handler.ts';
import { readJson } from './json-body.ts';
import type { Limiters } from './limits.ts';
import { refuseForeignOrigin } from './origin-check.ts';
import type { AnswerHeaders } from './security-headers.ts';

/** What the route needs. */
export type FaultReportRoutesDependencies = {
  readonly api: Pick<CallerApi, 'reportFault'>;
  readonly limiters: Pick<Limiters, 'faultReport'>;
  readonly addressOf: AddressReader;
  readonly publicOrigin: string;
  readonly headers: AnswerHeaders;
  readonly log: EventLog;
};

/** Longest body, bytes: every character may take four, or six when it is escaped. */
const bodyLimitBytes = 8_192;

/** Milliseconds from 2001 to 2286: what is outside is no clock, only a number. */
const instant = z.int().min(1e12).max(1e13);

const faultReport: z.ZodType<FaultReportRequest> = z.strictObject({
  noticedAt: instant,
  code: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  description: z.string().trim().max(faultDescriptionLimitCharacters),
  browser: z
    .string()
    .max(browserNameLimitCharacters)
    .refine((name) => !unfitForNames.test(name)) // one line: a second one would stand at the desk as a word of ours
    .nullable(),
});

/**
 * `/api/fault-reports` (R32). There is one answer, whatever happens, so that nobody learns from it; a report that does not parse, or
 * comes from elsewhere or too often, is dropped. Address and headers go no further than the limit.
 */
export function faultReportRoutes(dependencies: FaultReportRoutesDependencies): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.post('/', report(dependencies));
  return router;
}

function report(dependencies: FaultReportRoutesDependencies): RequestHandler {
  const { api, limiters, addressOf, publicOrigin, headers, log } = dependencies;
  return async (request, response) => {
    try {
      refuseForeignOrigin(request, publicOrigin);
      await limiters.faultReport(addressOf(request).limitKey);
      const parsed = faultReport.safeParse(await readJson(request, bodyLimitBytes));
      if (parsed.success) await api.reportFault(parsed.data);
    } catch (error) {
      const { code } = asHttpError(error);
      if (code === 'M_UNKNOWN') log.log({ event: 'request.failed', code: 'fault-report', status: 204 });
      response.setHeader('connection', 'close');
    }
    response.writeHead(204, headers).end();
  };
}
