import express, { type Express, type RequestHandler } from 'express';
import type { WidgetSettings } from '../../contract/widget-settings.ts';
import type { OpeningHours } from '../../domain/opening-hours.ts';
import type { CallerSessions } from '../../ports/caller-sessions.ts';
import type { Changes } from '../../ports/changes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { Vault } from '../../ports/vault.ts';
import { createAddressReader } from './caller-address.ts';
import type { CallerApi, StatusSnapshot } from './caller-api.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { createConversationWakes } from './conversation-wakes.ts';
import { errorHandler } from './error-handler.ts';
import { faultReportRoutes } from './fault-report-routes.ts';
import type { FeedbackApi } from './feedback-api.ts';
import { feedbackRoutes, feedbackTokenRoute } from './feedback-routes.ts';
import { gateway } from './gateway/gateway.ts';
import { createHomeserverLink } from './gateway/homeserver-link.ts';
import { HttpError } from './http-error.ts';
import { createLimiters, type HttpLimits } from './limits.ts';
import { dataHeaders } from './security-headers.ts';
import { serviceDate } from './service-date.ts';
import { createSignsOfLife } from './signs-of-life.ts';
import { statusRoutes } from './status-routes.ts';
import { widgetRoutes } from './widget-routes.ts';

/** Everything the public listener stands on; `app.ts` gives it. */
export type PublicAppDependencies = {
  readonly api: CallerApi;
  readonly feedback: FeedbackApi;
  readonly sessions: CallerSessions;
  readonly vault: Pick<Vault, 'hash'>;
  readonly status: StatusSnapshot;
  readonly changes: Changes;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly limits: HttpLimits;
  /** Addresses or ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Origin under which browsers reach this listener. */
  readonly publicOrigin: string;
  /** Its `hostOrigins` are also the pages that may hold the frame and read the status. */
  readonly settings: WidgetSettings;
  /** Shown where no script runs. */
  readonly openingHours: OpeningHours;
  /** The widget's build. */
  readonly widgetFolder: string;
  readonly homeserver: { readonly url: string; readonly asToken: string };
};

/** The public listener's Express app. */
export type PublicApp = {
  readonly express: Express;
  /** Ends the status streams and the long polls, and lets go of the homeserver; call it before the listener is closed. */
  readonly stop: () => void;
};

/**
 * How long a view is waited for (contract/conversation.ts), and how often it is looked without a hint. Each question is a sign
 * of life, so that it is known within ten seconds who has gone (S42): a line that is dead says nothing by itself.
 */
const longPoll = { longestMs: 4_000, lookAgainMs: 4_000 };

/**
 * What callers reach: status, conversations, gateway, widget (design 3). The status stands first and the gateway second,
 * because they are asked most; each route knows its own headers, so nothing is paid for that a route does not need.
 */
export function createPublicApp(dependencies: PublicAppDependencies): PublicApp {
  const { publicOrigin, settings, log, api, feedback, vault } = dependencies;
  const headers = dataHeaders(publicOrigin);
  const limiters = createLimiters(dependencies.limits, dependencies.clock);
  const addressOf = createAddressReader(dependencies.trustedProxies);
  const wakes = createConversationWakes(dependencies.changes);
  const signsOfLife = createSignsOfLife(dependencies);
  const link = createHomeserverLink(dependencies.homeserver);
  const common = { vault, wakes, signsOfLife, limiters, addressOf, publicOrigin, headers, log };
  const { hostOrigins } = settings;
  const status = statusRoutes({
    status: dependencies.status,
    hostOrigins,
    publicOrigin,
    addressOf,
    limiters,
    headers,
  });

  const app = bareExpress();
  const dated = serviceDate(dependencies.clock);
  app.get('/api/status', dated, status.status);
  app.use(gateway({ ...common, sessions: dependencies.sessions, link }));
  app.get('/api/status/stream', status.stream);
  app.use(answersNoOptions);
  app.use('/api/conversations', dated, conversationRoutes({ ...common, api, longPoll }));
  app.use('/api/fault-reports', faultReportRoutes({ ...common, api }));
  app.use('/widget', widgetRoutes(dependencies));
  app.use('/api/conversations', feedbackTokenRoute({ ...common, api, feedback }));
  app.use('/api/feedback', feedbackRoutes({ ...common, feedback }));
  app.use(() => {
    throw new HttpError('M_UNRECOGNIZED');
  });
  app.use(errorHandler({ log, headers }));
  return {
    express: app,
    stop: () => {
      status.stop();
      wakes.stop();
      link.stop();
    },
  };
}

/** Express would answer `OPTIONS` by itself, without our headers (S21). No other website may ask for anything that needs it. */
const answersNoOptions: RequestHandler = ({ method }, _response, next) => {
  if (method === 'OPTIONS') throw new HttpError('M_UNRECOGNIZED');
  next();
};

/** Express without what it adds by itself: a name, tags, a parsed query, and any tolerance in paths. */
function bareExpress(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', false);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  return app;
}
