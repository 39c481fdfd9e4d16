import type { Change } from './ports/changes.ts';
import { minuteMs, secondMs } from './domain/time.ts';

/** One row of the timetable. */
export type Job = {
  /** As it is logged. */
  readonly name: string;
  readonly periodMs: number;
  /** Changes after which it runs at once. */
  readonly wokenBy: readonly Change['kind'][];
  readonly run: () => Promise<unknown>;
};

/** The use cases that run by the clock, with what they need filled in. */
export type TimedVerbs = {
  readonly processTransactions: () => Promise<unknown>;
  readonly dispatchRings: () => Promise<unknown>;
  readonly moveCompany: () => Promise<unknown>;
  readonly followCourse: () => Promise<unknown>;
  readonly carryOutActions: () => Promise<unknown>;
  readonly provisionDesk: () => Promise<unknown>;
  readonly endDutyAtClosing: () => Promise<unknown>;
  readonly endDutyOfUnseen: () => Promise<unknown>;
  readonly remindPaused: () => Promise<unknown>;
  readonly checkIdentities: () => Promise<unknown>;
  readonly forgetLeftRequests: () => Promise<unknown>;
  readonly endReopenings: () => Promise<unknown>;
  readonly turnResumeKeys: () => Promise<unknown>;
  readonly turnRecognitionKeys: () => Promise<unknown>;
  readonly showDueAddresses: () => Promise<unknown>;
  readonly shuffleFeedback: () => Promise<unknown>;
  readonly endBlocks: () => Promise<unknown>;
  readonly shuffleContacts: () => Promise<unknown>;
  readonly watchBlockList: () => Promise<unknown>;
};

/** The timetable. Each job is a sweep over rows ("what is due now?"), so a restart forgets nothing. */
export function timetable(verbs: TimedVerbs): readonly Job[] {
  const row = (name: keyof TimedVerbs, periodMs: number, ...wokenBy: Change['kind'][]): Job => {
    return { name, periodMs, wokenBy, run: verbs[name] };
  };
  return [
    row('processTransactions', secondMs, 'transactions'),
    row('dispatchRings', secondMs, 'conversation', 'duty'),
    row('moveCompany', secondMs, 'conversation'),
    row('followCourse', secondMs, 'conversation'),
    row('carryOutActions', secondMs, 'actions'),
    row('provisionDesk', minuteMs),
    row('endDutyAtClosing', 5 * secondMs),
    row('endDutyOfUnseen', minuteMs),
    row('remindPaused', 5 * secondMs),
    row('checkIdentities', minuteMs),
    row('forgetLeftRequests', 10 * minuteMs),
    row('endReopenings', 5 * secondMs),
    row('turnResumeKeys', 5 * secondMs),
    row('turnRecognitionKeys', minuteMs),
    row('showDueAddresses', 5 * secondMs),
    row('shuffleFeedback', 10 * minuteMs),
    row('endBlocks', 5 * secondMs),
    row('shuffleContacts', 10 * minuteMs),
    row('watchBlockList', 5 * secondMs),
  ];
}
