import { once } from 'node:events';
import { join } from 'node:path';
import express from 'express';
import type { LoadedConfig } from '../config/load.ts';
import type { CallerApi } from './adapters/http/caller-api.ts';
import { developmentRoutes } from './adapters/http/development-routes.ts';
import { listen } from './adapters/http/listen.ts';
import { createMetrics, type Metrics } from './adapters/http/metrics.ts';
import { privateRoutes } from './adapters/http/private-app.ts';
import { createPublicApp, type PublicAppDependencies } from './adapters/http/public-app.ts';
import { toConversationView, toPublicStatus, toStartedConversation } from './adapters/http/to-wire.ts';
import { openBridge, type BridgeOptions, type MatrixBridge } from './adapters/matrix/bridge.ts';
import { openDeskDevice, type DeskDevice } from './adapters/matrix/desk-device.ts';
import { deskReader } from './adapters/matrix/desk-reader.ts';
import { deskRoomMaker } from './adapters/matrix/desk-room-maker.ts';
import { deskSender } from './adapters/matrix/desk-sender.ts';
import { homeserverPorts } from './adapters/matrix/homeserver-ports.ts';
import { routeConsole, type ReportLibraryMessage } from './adapters/matrix/library-logs.ts';
import { parseRoomEvents } from './adapters/matrix/room-events.ts';
import { PostgresError } from './adapters/postgres/postgres-error.ts';
import { createPostgres, type Postgres } from './adapters/postgres/postgres.ts';
import type { WriterTerm } from './adapters/postgres/single-writer.ts';
import { createSealer } from './adapters/system/aes-sealer.ts';
import { createSteps } from './adapters/system/crash-steps.ts';
import { createDataKeys } from './adapters/system/data-keys.ts';
import { startHealthWatch, type HealthWatch } from './adapters/system/health-watch.ts';
import { createJsonEventLog } from './adapters/system/json-event-log.ts';
import { codeOf } from './adapters/system/periodic.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { createReadiness } from './adapters/system/readiness.ts';
import { runTimetable } from './adapters/system/run-timetable.ts';
import { startBoard, type Board } from './adapters/system/status-board.ts';
import { createSystemClock } from './adapters/system/system-clock.ts';
import { createVault } from './adapters/system/vault.ts';
import { unknownStatus, type PublicStatus } from './contract/status.ts';
import { deskWords } from './domain/desk-words.ts';
import { success } from './domain/result.ts';
import { timetable, type TimedVerbs } from './jobs.ts';
import { carryOutActions } from './usecases/carry-out-actions.ts';
import { checkIdentities } from './usecases/check-identities.ts';
import { countConversations } from './usecases/count-conversations.ts';
import { dispatchRings } from './usecases/dispatch-rings.ts';
import { endConversation } from './usecases/end-conversation.ts';
import { endDutyAtClosing } from './usecases/end-duty-at-closing.ts';
import { endDutyOfUnseen } from './usecases/end-duty-of-unseen.ts';
import { leaveConversation } from './usecases/leave-conversation.ts';
import { processTransactions } from './usecases/process-transactions.ts';
import { provisionDesk } from './usecases/provision-desk.ts';
import { readStatus } from './usecases/read-status.ts';
import { receiveTransaction } from './usecases/receive-transaction.ts';
import { reportSecurity } from './usecases/report-security.ts';
import { resumeAfterAbsence } from './usecases/resume-after-absence.ts';
import { startConversation } from './usecases/start-conversation.ts';
import { viewConversation } from './usecases/view-conversation.ts';

/** The running service. */
export type App = {
  /** Takes nothing new, finishes what is under way, and lets go of everything. */
  readonly stop: () => Promise<void>;
  /** Writes down, by its code, what a library left unhandled; the service goes on. */
  readonly report: (error: unknown) => void;
};

/** Where `scripts/build-widget.ts` puts the widget. */
const widgetFolder = join(import.meta.dirname, '../dist');

/** Builds every adapter, wires them, and opens the doors; stopping is the reverse. */
export async function startApp(loaded: LoadedConfig): Promise<App> {
  const startedAtMs = performance.now();
  const system = createSystem(loaded);
  const { log, stopping, config, secrets } = system;
  const life = { signal: stopping.signal, log };
  const postgres = await createPostgres({ ...config.database, password: secrets.databasePassword }, system);
  const metrics = createMetrics(() => countConversations({ ...postgres, roster: config.roster }));
  const bridge = await openBridge(bridgeOptions(system, postgres, metrics));
  const core = createCore({ ...system, log: metrics.counting(log) }, postgres, bridge);
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
      log.log({ event: 'desk.state', code: codeOf(error) });
    },
    system.readiness.follow,
  );
  const publicApp = createPublicApp(publicDependencies(core, status));
  const listener = await listen(publicApp.express, config.listeners.public);
  system.readiness.isServing = () => health.isAnswering();
  log.log({ event: 'service.started', durationMs: Math.round(performance.now() - startedAtMs) });
  return {
    report: (error) => {
      log.log({ event: 'library.message', library: 'unhandled', level: 'error', code: codeOf(error) });
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
  };
}

type System = ReturnType<typeof createSystem>;
type Core = ReturnType<typeof createCore>;
type WatchedCore = Core & { readonly health: HealthWatch };

function createSystem({ config, secrets }: LoadedConfig) {
  const { development } = config;
  const startAt = development?.startAt ?? null;
  const log = createJsonEventLog();
  const report: ReportLibraryMessage = (message) => {
    log.log({ event: 'library.message', ...message });
  };
  routeConsole(report);
  const dataKeys = createDataKeys(secrets.masterKey);
  return {
    config,
    secrets,
    log,
    report,
    dataKeys,
    clock: createSystemClock({ startAt, isDriven: development?.isClockDriven ?? false }),
    realClock: createSystemClock({ startAt: null, isDriven: false }),
    vault: createVault(dataKeys),
    ids: createRandomIds(),
    readiness: createReadiness(),
    steps: createSteps(development?.crashAt ?? null),
    stopping: new AbortController(),
  };
}

function bridgeOptions(system: System, postgres: Postgres, metrics: Metrics): BridgeOptions {
  const { config, secrets, clock, steps, report } = system;
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
      receiveTransaction({ inbox: postgres.transactionInbox, steps }, { transactionId, events }),
    routes,
    report,
  };
}

/** What nearly every use case needs, each under the name that use cases call it by. */
function createCore(system: System, postgres: Postgres, bridge: MatrixBridge) {
  const { config, secrets, report, log, realClock } = system;
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
    postgres,
    eventLog: log,
    unitOfWork: postgres.unitOfWork,
    queue: postgres.actionQueue,
    inbox: postgres.transactionInbox,
    roster: config.roster,
    openingHours: config.openingHours,
  };
}

/** One term as the writer: the desk's device and every job that only one process may do at a time (design 11). */
async function runDesk(core: WatchedCore, term: WriterTerm): Promise<void> {
  const { postgres, secrets, requests, log, readiness } = core;
  const ending = new AbortController();
  const signal = AbortSignal.any([term.signal, ending.signal]);
  const sealer = createSealer(secrets.deskStoreKey);
  const device = await openDeskDevice({
    homeserverUrl: core.config.homeserver.url,
    asToken: secrets.asToken,
    desk: core.desk,
    requests,
    cryptoStore: postgres.cryptoStore({ sealer, epoch: term.epoch }),
    storeKey: secrets.deskStoreKey,
    newDeviceId: () => core.ids.deviceId(),
    isReplaced: (error) => error instanceof PostgresError && error.code === 'stale-writer',
    onState: (code) => {
      log.log({ event: 'desk.state', code });
      readiness.lead(code === 'ready');
      if (code === 'replaced') ending.abort();
    },
    report: core.report,
  });
  try {
    await Promise.race([device.ready, once(signal, 'abort')]);
    await runTimetable(timetable(deskVerbs(core, device)), { changes: postgres.changes, signal, log });
  } finally {
    await device.stop();
  }
}

function deskVerbs(core: WatchedCore, device: DeskDevice): TimedVerbs {
  const { clock, log, requests, health } = core;
  const dependencies = {
    ...core,
    sender: deskSender(device, (message) => deskWords(message, clock.now())),
    reader: deskReader(device),
    parseEvent: parseRoomEvents,
    busyLanes: new Set<string>(),
  };
  let wasAway = true;
  return {
    processTransactions: () => processTransactions(dependencies),
    dispatchRings: async () => {
      const isAway = !(await health.isAnswering());
      if (!isAway && wasAway) await resumeAfterAbsence(core);
      wasAway = isAway;
      if (!isAway) await dispatchRings(core);
    },
    // Not waited for: a lane that hangs holds up no other one.
    carryOutActions: () => {
      carryOutActions(dependencies).catch((error: unknown) => {
        log.log({ event: 'job.failed', job: 'carryOutActions', code: codeOf(error) });
      });
      return Promise.resolve();
    },
    provisionDesk: () => provisionDesk({ ...core, rooms: deskRoomMaker(device, requests) }),
    endDutyAtClosing: () => endDutyAtClosing(core),
    endDutyOfUnseen: () => endDutyOfUnseen(core),
    checkIdentities: () => checkIdentities(core),
  };
}

function publicDependencies(core: Core, status: Board<PublicStatus>): PublicAppDependencies {
  const { config, postgres, secrets, vault, clock, log } = core;
  const { listeners, contact, helpline, limits } = config;
  return {
    api: callerApi(core),
    sessions: postgres.callerSessions,
    vault,
    status,
    changes: postgres.changes,
    clock,
    log,
    limits,
    ...listeners,
    settings: { ...contact, hostOrigins: listeners.hostOrigins, isDemo: helpline.isDemo },
    widgetFolder,
    homeserver: { url: config.homeserver.url, asToken: secrets.asToken },
  };
}

function callerApi(core: Core): CallerApi {
  const view: CallerApi['view'] = async (conversationId) => {
    const standing = await viewConversation(core, { conversationId, after: -1 });
    return standing && toConversationView(standing);
  };
  return {
    start: async (request, address) => {
      const started = await startConversation(core, { ...request, address });
      return started.ok ? success(toStartedConversation(started.value, core.host)) : started;
    },
    conversationOf: async (bearerHash) => {
      const found = await core.unitOfWork.run(({ conversations }) => conversations.findByBearer(bearerHash));
      return found?.conversationId;
    },
    view,
    reportSecurity: async (conversationId, report) => {
      const reported = await reportSecurity(core, { conversationId, report });
      return reported.ok || (await view(conversationId))?.endedBy === null;
    },
    end: async (conversationId, by) => {
      await endConversation(core, { conversationId, by });
    },
    leave: (requestHash) => leaveConversation(core, requestHash),
  };
}
