import { createHash } from 'node:crypto';
import type { EventLog, LogEvent } from '../../appservice/ports/event-log.ts';
import type { IdSource } from '../../appservice/ports/id-source.ts';
import type { CrashPoint, Steps } from '../../appservice/ports/steps.ts';
import type { Vault } from '../../appservice/ports/vault.ts';
import { caseNumber, conversationId, deviceId } from './parsed.ts';

/** Identifiers that count up, so that a test can name them; `caseNumbers` come first while there are any. */
export function memoryIds(caseNumbers: string[] = []): IdSource {
  const counts = { conversation: 0, case: 1000, caller: 0, device: 0, bearer: 0 };
  return {
    conversationId: () => conversationId((counts.conversation += 1)),
    caseNumber: () => caseNumber(caseNumbers.shift() ?? String((counts.case += 1))),
    callerName: () => `caller${(counts.caller += 1)}`,
    deviceId: () => deviceId(`DEVICE${(counts.device += 1)}`),
    bearer: () => `bearer-${(counts.bearer += 1)}`,
  };
}

/** A vault whose seal can be looked through: for tests only. */
export function memoryVault(): Vault {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    sealCaller: ({ nickname, address }) => ({
      wrappedDataKey: bytes('data key'),
      nickname: nickname === null ? null : bytes(nickname),
      address: bytes(address),
    }),
    hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  };
}

/** A log that remembers what it was told. */
export function memoryEventLog(): EventLog & { readonly events: LogEvent[] } {
  const events: LogEvent[] = [];
  return {
    events,
    log: (event) => {
      events.push(event);
    },
  };
}

/** Steps that remember their names and can stop the process right after one of them, as a kill does. */
export type MemorySteps = Steps & {
  readonly names: CrashPoint[];
  /** Runs `act` in a process that dies right after a step; true when it died, and a new process may begin. */
  readonly untilCrash: (at: CrashMoment, act: () => Promise<unknown>) => Promise<boolean>;
};

/** Right after the first step of this name, or after so many steps. */
export type CrashMoment = CrashPoint | number;

/** Steps for tests. After a crash nothing of the process before goes on: what it awaited never comes back. */
export function memorySteps(): MemorySteps {
  const names: CrashPoint[] = [];
  let process = 0;
  let crash = (): void => undefined;
  let moment: CrashMoment | null = null;
  let count = 0;
  return {
    names,
    step: async (name, act) => {
      const startedIn = process;
      const value = await act();
      names.push(name);
      count += 1;
      if (startedIn === process && (moment === name || moment === count)) {
        process += 1;
        crash();
      }
      return startedIn === process ? value : await new Promise<never>(() => undefined);
    },
    untilCrash: async (at, act) => {
      moment = at;
      count = 0;
      const crashed = new Promise<true>((resolve) => {
        crash = () => {
          moment = null;
          resolve(true);
        };
      });
      return await Promise.race([crashed, act().then(() => false)]);
    },
  };
}
