import { join } from 'node:path';
import express from 'express';
import type { LoadedConfig } from '../config/load.ts';
import { developmentRoutes } from './adapters/http/development-routes.ts';
import { listen } from './adapters/http/listen.ts';
import { createMetrics } from './adapters/http/metrics.ts';
import { privateRoutes } from './adapters/http/private-app.ts';
import { createPublicApp, type PublicAppDependencies } from './adapters/http/public-app.ts';
import { toPublicStatus } from './adapters/http/to-wire.ts';
import { openBridge, type BridgeOptions, type MatrixBridge } from './adapters/matrix/bridge.ts';
import { homeserverPorts } from './adapters/matrix/homeserver-ports.ts';
import { routeConsole, type ReportLibraryMessage } from './adapters/matrix/library-logs.ts';
import { createPostgres } from './adapters/postgres/postgres.ts';
import { createBlindSigner } from './adapters/system/blind-signer.ts';
import { createSteps } from './adapters/system/crash-steps.ts';
import { createDataKeys } from './adapters/system/data-keys.ts';
import { guardedStop, type ExitCode } from './adapters/system/guarded-stop.ts';
import { startHealthWatch } from './adapters/system/health-watch.ts';
import { createJsonEventLog } from './adapters/system/json-event-log.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { createRecognitionKeys } from './adapters/system/recognition-keys.ts';
import { createReadiness } from './adapters/system/readiness.ts';
import { createResumeKeys } from './adapters/system/resume-keys.ts';
import { createWordHasher } from './adapters/system/scrypt-words.ts';
import { StartError, starting } from './adapters/system/start-error.ts';
import { startBoard, type Board } from './adapters/system/status-board.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createVault } from './adapters/system/vault.ts';
import { unknownStatus, type PublicStatus } from './contract/status.ts';
import { secondMs } from './domain/time.ts';
import { callerApi, feedbackApi, widgetSettings } from './callers.ts';
import { runDesk } from './desk.ts';
import { failureCode } from './ports/failure-code.ts';
import { countConversations } from './usecases/count-conversations.ts';
import { readStatus } from './usecases/read-status.ts';
import { receiveTransaction } from './usecases/receive-transaction.ts';

/** The running service. */
export type App = {
  /** What the administrator should look at although the service runs; one sentence each, nothing in them is secret. */
  readonly warnings: readonly string[];
  /** Takes nothing new, finishes what is under way, and lets go of everything; once, and within `stopLimitMs`. */
  readonly stop: () => Promise<ExitCode>;
  /** Writes down, by its code, what a library left unhandled; the service goes on. */
  readonly report: (error: unknown) => void;
};

/** Where `scripts/build-widget.ts` puts the widget. */
const widgetFolder = join(import.meta.dirname, '../dist');

/** A stop that takes longer is given up: what was under way is repaired by the next start. */
const stopLimitMs = 10 * secondMs;

/** Builds every adapter, wires them, and opens the doors; stopping is the reverse. */
export async function startApp(loaded: LoadedConfig): Promise<App> {
  const startedAtMs = performance.now();
  const system = await createSystem(loaded);
  const { log, stopping, config, postgres } = system;
  const life = { signal: stopping.signal, log };
  const bridge = await starting('privateListener', openBridge(bridgeOptions(system)));
  const core = createCore(system, bridge);
  const health = await startHealthWatch(
    [
      { event: 'homeserver.health', port: core.homeserver },
      { event: 'database.health', port: postgres.health },
      { event: 'desk.health', port: system.readiness },
    ],
    life,
  );
  const read = async () => toPublicStatus(await readStatus({ ...core, homeserver: health }));
  const status = startBoard({ name: 'readStatus', fallback: unknownStatus, read }, life);
  postgres.changes.subscribe(({ kind }) => {
    if (kind !== 'actions' && kind !== 'transactions') status.refresh();
  });
  const stopDesk = postgres.singleWriter.run(
    (term) => runDesk({ ...core, health }, term),
    (error) => {
      log.log({ event: 'desk.state', code: failureCode(error) });
    },
    system.readiness.follow,
  );
  const publicApp = createPublicApp(publicDependencies(core, status));
  const listener = await starting('publicListener', listen(publicApp.express, config.listeners.public));
  system.readiness.isServing = () => health.isAnswering();
  log.log({ event: 'service.started', durationMs: Math.round(performance.now() - startedAtMs) });
  return {
    warnings: [
      ...(health.missing().includes('homeserver.health') ? [homeserverMissing] : []),
      ...(postgres.auditHands === 'keeper' ? [] : [auditNotKept]),
    ],
    report: (error) => {
      log.log({ event: 'library.message', library: 'unhandled', level: 'error', code: failureCode(error) });
    },
    stop: guardedStop({
      limitMs: stopLimitMs,
      onFailure: (error) => {
        log.log({ event: 'job.failed', job: 'stop', code: failureCode(error) });
      },
      stop: async () => {
        log.log({ event: 'service.stopping' });
        stopping.abort();
        publicApp.stop();
        await listener.close();
        await stopDesk();
        await bridge.close();
        await postgres.close();
        log.log({ event: 'service.stopped' });
      },
    }),
  };
}

/** The homeserver may come later, so its absence stops no start; a wrong setting would look the same for ever. */
const homeserverMissing =
  'The homeserver does not answer, or does not know us; we go on trying. Look at homeserver.url, and whether the registration that "npm run registration" wrote stands in app_service_config_files of homeserver.yaml and Synapse was restarted since.';

const auditNotKept =
  'The role of database.url could change and erase the audit log: have an administrator of PostgreSQL run config/postgres/keep-audit.sql, which says how.';

/** Why a start failed, for the administrator: one sentence without secrets. */
export function startProblem(error: unknown): string {
  return error instanceof StartError
    ? `The service could not start. ${error.message}`
    : `The service could not start (${failureCode(error)}).`;
}

type System = Awaited<ReturnType<typeof createSystem>>;
type Core = ReturnType<typeof createCore>;

/** The database first: metrics ask it, and every event is counted as it is logged. */
async function createSystem({ config, secrets }: LoadedConfig) {
  const { development } = config;
  const startAt = development?.startAt ?? null;
  const clock = createSystemClock({ startAt, isDriven: development?.isClockDriven ?? false });
  const dataKeys = createDataKeys(secrets.masterKey);
  const access = { ...config.database, password: secrets.databasePassword };
  const postgres = await starting('database', createPostgres(access, { clock, dataKeys }));
  const metrics = createMetrics(() => countConversations({ ...postgres, roster: config.roster }));
  const log = metrics.counting(createJsonEventLog());
  const report: ReportLibraryMessage = (message) => {
    log.log({ event: 'library.message', ...message });
  };
  routeConsole(report);
  return {
    config,
    secrets,
    postgres,
    metrics,
    log,
    report,
    clock,
    realClock: createSystemClock({ startAt: null, isDriven: false }),
    vault: createVault(dataKeys),
    resumeKeys: createResumeKeys(secrets.resumeKeyFolder, clock),
    recognitionKeys: createRecognitionKeys(secrets.recognitionKeyFolder, clock),
    ids: createRandomIds(),
    wordHasher: createWordHasher(),
    blindSigner: createBlindSigner(),
    readiness: createReadiness(),
    steps: createSteps(development?.crashAt ?? null),
    stopping: new AbortController(),
  };
}

function bridgeOptions(system: System): BridgeOptions {
  const { config, secrets, postgres, metrics, clock, steps, report, log } = system;
  const { url, serverName, registrationId } = config.homeserver;
  const routes = express.Router();
  routes.use(privateRoutes({ metrics, isHealthy: () => system.readiness.isServing() }));
  if (config.development !== null) {
    routes.use(developmentRoutes({ advance: clock.advance, token: secrets.hsToken }));
  }
  return {
    homeserverUrl: url,
    serverName,
    registrationId,
    asToken: secrets.asToken,
    hsToken: secrets.hsToken,
    listen: config.listeners.private,
    receive: (transactionId, events) =>
      receiveTransaction(
        { inbox: postgres.transactionInbox, steps, eventLog: log },
        { transactionId, events },
      ),
    routes,
    report,
  };
}

/** What nearly every use case needs, each under the name that use cases call it by. */
function createCore(system: System, bridge: MatrixBridge) {
  const { config, secrets, postgres, report, log, realClock } = system;
  const { url: homeserverUrl, serverName } = config.homeserver;
  const { operatorToken } = secrets;
  return {
    ...system,
    ...homeserverPorts({
      bridge,
      serverName,
      report,
      homeserverUrl,
      operatorToken,
      realNowMs: () => realClock.now(),
    }),
    eventLog: log,
    unitOfWork: postgres.unitOfWork,
    queue: postgres.actionQueue,
    inbox: postgres.transactionInbox,
    roster: config.roster,
    snippets: config.snippets,
    openingHours: config.openingHours,
    waitingRoom: config.waitingRoom,
    contactLists: config.contactRegister,
    addressMode: config.privacy.addressMode,
  };
}

function publicDependencies(core: Core, status: Board<PublicStatus>): PublicAppDependencies {
  const { config, postgres, secrets, vault, clock, log } = core;
  const { listeners, limits } = config;
  return {
    api: callerApi(core),
    feedback: feedbackApi(core),
    sessions: postgres.callerSessions,
    vault,
    status,
    changes: postgres.changes,
    clock,
    log,
    limits,
    ...listeners,
    settings: widgetSettings(config),
    openingHours: config.openingHours,
    widgetFolder,
    homeserver: { url: config.homeserver.url, asToken: secrets.asToken },
  };
}
