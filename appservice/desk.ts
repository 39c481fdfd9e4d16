import { once } from 'node:events';
import { openDeskDevice, type DeskDevice } from './adapters/matrix/desk-device.ts';
import { deskReader } from './adapters/matrix/desk-reader.ts';
import { deskRoomMaker } from './adapters/matrix/desk-room-maker.ts';
import { deskSender } from './adapters/matrix/desk-sender.ts';
import type { HomeserverRequests } from './adapters/matrix/homeserver-requests.ts';
import type { ReportLibraryMessage } from './adapters/matrix/library-logs.ts';
import { parseRoomEvents } from './adapters/matrix/room-events.ts';
import { PostgresError } from './adapters/postgres/postgres-error.ts';
import type { Postgres } from './adapters/postgres/postgres.ts';
import type { WriterTerm } from './adapters/postgres/single-writer.ts';
import { createSealer } from './adapters/system/aes-sealer.ts';
import type { HealthWatch } from './adapters/system/health-watch.ts';
import type { Readiness } from './adapters/system/readiness.ts';
import { runTimetable } from './adapters/system/run-timetable.ts';
import { runningWork, type RunningWork } from './adapters/system/running-work.ts';
import { deskWords } from './domain/desk-words.ts';
import { secondMs } from './domain/time.ts';
import { timetable, type TimedVerbs } from './jobs.ts';
import { failureCode } from './ports/failure-code.ts';
import type { IdSource } from './ports/id-source.ts';
import { carryOutActions, type CarryOutActionsDependencies } from './usecases/carry-out-actions.ts';
import { checkIdentities, type CheckIdentitiesDependencies } from './usecases/check-identities.ts';
import { dispatchRings } from './usecases/dispatch-rings.ts';
import { endBlocks } from './usecases/end-blocks.ts';
import { endDutyAtClosing, type EndDutyAtClosingDependencies } from './usecases/end-duty-at-closing.ts';
import { endDutyOfUnseen, type EndDutyOfUnseenDependencies } from './usecases/end-duty-of-unseen.ts';
import { endReopenings } from './usecases/end-reopenings.ts';
import { followCourse } from './usecases/follow-course.ts';
import { forgetLeftRequests } from './usecases/forget-left-requests.ts';
import type { GiveUpStartDependencies } from './usecases/give-up-start.ts';
import { moveCompany } from './usecases/move-company.ts';
import {
  processTransactions,
  type ProcessTransactionsDependencies,
} from './usecases/process-transactions.ts';
import { provisionDesk, type ProvisionDeskDependencies } from './usecases/provision-desk.ts';
import {
  turnRecognitionKeys,
  type TurnRecognitionKeysDependencies,
} from './usecases/turn-recognition-keys.ts';
import { remindPaused } from './usecases/remind-paused.ts';
import { turnResumeKeys, type TurnResumeKeysDependencies } from './usecases/turn-resume-keys.ts';
import { shuffleContacts } from './usecases/shuffle-contacts.ts';
import { showDueAddresses, type ShowDueAddressesDependencies } from './usecases/show-due-addresses.ts';
import { shuffleFeedback } from './usecases/shuffle-feedback.ts';
import { watchBlockList } from './usecases/watch-block-list.ts';

/** What the process has built before it leads: what the jobs need, but for the desk's own device. */
export type DeskParts = GiveUpStartDependencies &
  CheckIdentitiesDependencies &
  EndDutyAtClosingDependencies &
  EndDutyOfUnseenDependencies &
  TurnResumeKeysDependencies &
  TurnRecognitionKeysDependencies &
  Omit<CarryOutActionsDependencies, 'sender' | 'busyLanes'> &
  ShowDueAddressesDependencies &
  Omit<ProcessTransactionsDependencies, 'reader' | 'parseEvent'> &
  Omit<ProvisionDeskDependencies, 'rooms'> & {
    readonly config: { readonly homeserver: { readonly url: string } };
    readonly secrets: { readonly asToken: string; readonly deskStoreKey: Uint8Array };
    readonly postgres: Postgres;
    readonly requests: HomeserverRequests;
    readonly readiness: Readiness;
    readonly health: HealthWatch;
    readonly ids: IdSource;
    readonly report: ReportLibraryMessage;
  };

/** How long actions that are under way are waited for at the end of a term: what they send needs the device. */
const lastActionsMs = 2 * secondMs;

/** One term as the writer: the desk's device and every job that only one process may do at a time (design 11). */
export async function runDesk(parts: DeskParts, term: WriterTerm): Promise<void> {
  const { postgres, eventLog } = parts;
  const ending = new AbortController();
  const signal = AbortSignal.any([term.signal, ending.signal]);
  const running = runningWork();
  const device = await openDevice(parts, term, () => {
    ending.abort();
  });
  try {
    if (!signal.aborted) await Promise.race([device.ready, once(signal, 'abort')]);
    const rows = timetable(deskVerbs(parts, device, running));
    await runTimetable(rows, { changes: postgres.changes, signal, log: eventLog });
    await running.settled(lastActionsMs);
  } finally {
    await device.stop();
  }
}

function openDevice(parts: DeskParts, { epoch }: WriterTerm, onReplaced: () => void): Promise<DeskDevice> {
  const { config, secrets, postgres, readiness, eventLog } = parts;
  const sealer = createSealer(secrets.deskStoreKey);
  return openDeskDevice({
    homeserverUrl: config.homeserver.url,
    asToken: secrets.asToken,
    desk: parts.desk,
    requests: parts.requests,
    cryptoStore: postgres.cryptoStore({ sealer, epoch }),
    storeKey: secrets.deskStoreKey,
    newDeviceId: () => parts.ids.deviceId(),
    isReplaced: (error) => error instanceof PostgresError && error.code === 'stale-writer',
    onState: (code) => {
      eventLog.log({ event: 'desk.state', code });
      readiness.lead(code === 'ready');
      if (code === 'replaced') onReplaced();
    },
    onFailure: (code) => {
      eventLog.log({ event: 'job.failed', job: 'openDeskDevice', code });
    },
    report: parts.report,
  });
}

function deskVerbs(parts: DeskParts, device: DeskDevice, running: RunningWork): TimedVerbs {
  const { clock, eventLog, requests, health } = parts;
  const dependencies = {
    ...parts,
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
      if (!isAway) await dispatchRings(parts, { wasAway });
      wasAway = isAway;
    },
    // After an absence the dispatcher first lets every clock begin anew, and nobody who could not be heard is told to be gone (S42).
    moveCompany: async () => {
      if (!wasAway) await moveCompany(parts);
    },
    followCourse: async () => {
      if (!wasAway) await followCourse(parts);
    },
    // Not waited for before the end: a lane that hangs holds up no other one.
    carryOutActions: () => {
      const work = carryOutActions(dependencies).catch((error: unknown) => {
        eventLog.log({ event: 'job.failed', job: 'carryOutActions', code: failureCode(error) });
      });
      running.add(work);
      return Promise.resolve();
    },
    provisionDesk: () => provisionDesk({ ...parts, rooms: deskRoomMaker(device, requests) }),
    endDutyAtClosing: () => endDutyAtClosing(parts),
    endDutyOfUnseen: () => endDutyOfUnseen(parts),
    remindPaused: () => remindPaused(parts),
    checkIdentities: () => checkIdentities(parts),
    forgetLeftRequests: () => forgetLeftRequests(parts),
    endReopenings: () => endReopenings(parts),
    turnResumeKeys: () => turnResumeKeys(parts),
    turnRecognitionKeys: () => turnRecognitionKeys(parts),
    showDueAddresses: () => showDueAddresses(parts),
    shuffleFeedback: () => shuffleFeedback(parts),
    endBlocks: () => endBlocks(parts),
    shuffleContacts: () => shuffleContacts(parts),
    watchBlockList: () => watchBlockList(parts),
  };
}
