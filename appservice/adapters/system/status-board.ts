import type { EventLog } from '../../ports/event-log.ts';
import { startPeriodic } from './periodic.ts';

/** The newest value of something that is worked out again and again; asking costs nothing. */
export interface Board<Value> {
  current(): Value;
  /** Calls back after the value has changed. Returns how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Looks again now. */
  refresh(): void;
}

/** How often it is worked out anew without being asked: openings and closings come by the clock. */
const periodMs = 1_000;

/** Keeps a value up to date until the signal aborts; before the first reading, and when reading fails, it is `fallback`. */
export function startBoard<Value>(
  parts: { readonly read: () => Promise<Value>; readonly fallback: Value; readonly name: string },
  life: { readonly signal: AbortSignal; readonly log: EventLog },
): Board<Value> {
  const listeners = new Set<() => void>();
  let current = parts.fallback;
  const show = (value: Value) => {
    if (JSON.stringify(value) === JSON.stringify(current)) return;
    current = value;
    for (const listener of listeners) listener();
  };
  const run = async () => {
    try {
      show(await parts.read());
    } catch (error) {
      show(parts.fallback);
      throw error;
    }
  };
  const job = startPeriodic({ name: parts.name, periodMs, run }, life.signal, life.log);
  return {
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: job.wake,
  };
}
