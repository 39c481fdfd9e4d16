import { createHash } from 'node:crypto';
import type { SealedCaller } from '../../appservice/ports/conversations.ts';
import type { EventLog, LogEvent } from '../../appservice/ports/event-log.ts';
import type { IdSource } from '../../appservice/ports/id-source.ts';
import type { CrashPoint, Steps } from '../../appservice/ports/steps.ts';
import type { Vault } from '../../appservice/ports/vault.ts';
import { caseNumber, conversationId, deviceId, must } from './parsed.ts';

/** Identifiers that count up, so that a test can name them; `caseNumbers` come first while there are any. */
export function memoryIds(caseNumbers: string[] = []): IdSource {
  const counts = { conversation: 0, case: 1000, caller: 0, device: 0, bearer: 0, token: 0 };
  return {
    conversationId: () => conversationId((counts.conversation += 1)),
    caseNumber: () => caseNumber(caseNumbers.shift() ?? String((counts.case += 1))),
    callerName: () => `caller${(counts.caller += 1)}`,
    deviceId: () => deviceId(`DEVICE${(counts.device += 1)}`),
    bearer: () => `bearer-${(counts.bearer += 1)}`,
    resumeToken: () => `resume-${(counts.token += 1)}`,
  };
}

/** A vault, and what gives back a part that was sealed; it fails where the part lies under another data key. */
export type MemoryVault = Vault & {
  readonly open: (wrappedDataKey: SealedCaller['wrappedDataKey'], part: Uint8Array) => string;
};

/** A vault that keeps what it seals and hands out names for it. */
export function memoryVault(): MemoryVault {
  const kept = new Map<string, string>();
  let keys = 0;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const place = (...parts: readonly Uint8Array[]) =>
    parts.map((part) => new TextDecoder().decode(part)).join();
  return {
    sealCaller: ({ nickname, address }) => {
      keys += 1;
      const wrappedDataKey = bytes(`data key ${keys}`);
      const seal = (what: string, plain: string) => {
        const part = bytes(`${what} ${keys}`);
        kept.set(place(wrappedDataKey, part), plain);
        return part;
      };
      const sealedNickname = nickname === null ? null : seal('nickname', nickname);
      return { wrappedDataKey, nickname: sealedNickname, address: seal('address', address) };
    },
    openAddress: ({ wrappedDataKey, address }) =>
      must(kept.get(place(wrappedDataKey, address)), 'an address under this key'),
    open: (wrappedDataKey, part) => must(kept.get(place(wrappedDataKey, part)), 'a part under this key'),
    hash: (secret) => createHash('sha256').update(secret).digest('base64url'),
  };
}

type FieldOf<Event> = Event extends LogEvent ? keyof Event : never;

/** What an event may carry, all events together; a field that is missing here does not compile. */
const fields: Readonly<Record<FieldOf<LogEvent>, true>> = {
  event: true,
  durationMs: true,
  isAnswering: true,
  code: true,
  kind: true,
  attempts: true,
  isGivenUp: true,
  status: true,
  job: true,
  library: true,
  level: true,
};

/** A log that remembers what it was told, as far as the real one would write it. */
export function memoryEventLog(): EventLog & { readonly events: LogEvent[] } {
  const events: LogEvent[] = [];
  return {
    events,
    log: (event) => {
      events.push(asWritten(event));
    },
  };
}

function asWritten(event: LogEvent): LogEvent {
  const written = { ...event };
  for (const [field, value] of Object.entries(event)) {
    if (!Object.hasOwn(fields, field)) Reflect.deleteProperty(written, field);
    else if (typeof value === 'string' && !/^[A-Za-z0-9_.:-]{1,80}$/.test(value)) {
      Reflect.set(written, field, 'not-a-code');
    }
  }
  return written;
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
      try {
        const value = await act();
        names.push(name);
        count += 1;
        if (startedIn === process && (moment === name || moment === count)) {
          process += 1;
          crash();
        }
        if (startedIn === process) return value;
      } catch (error) {
        if (startedIn === process) throw error;
      }
      return await new Promise<never>(() => undefined);
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
