import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Change, Changes } from '../../ports/changes.ts';
import { endClient } from './connections.ts';
import { changeChannel, parseChange, plainChanges } from './change-channel.ts';

/** Changes over one connection of its own. */
export type PostgresChanges = Changes & { readonly stop: () => Promise<void> };

const reconnectPauseMs = 500;

/**
 * Listens for changes of all replicas. When the connection breaks it makes a new one, and tells of every kind of change
 * at once, because some may have been missed meanwhile.
 */
export function postgresChanges(settings: pg.ClientConfig): PostgresChanges {
  const listeners = new Set<(change: Change) => void>();
  const stopping = new AbortController();
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  const listening = listenUntilStopped(settings, tell, stopping.signal);
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      stopping.abort();
      await listening;
    },
  };
}

async function listenUntilStopped(
  settings: pg.ClientConfig,
  tell: (change: Change) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(settings, tell, signal);
    await pause(reconnectPauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Returns when the connection is over, for whatever reason: the next one is made soon. */
async function listenOnce(
  settings: pg.ClientConfig,
  tell: (change: Change) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client(settings);
  const over = new AbortController();
  const end = () => {
    over.abort();
  };
  client.on('error', end);
  client.on('end', end);
  signal.addEventListener('abort', end);
  client.on('notification', ({ payload = '' }) => {
    const change = parseChange(payload);
    if (change !== undefined) tell(change);
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${changeChannel}`);
    plainChanges.forEach(tell);
    if (!over.signal.aborted) await once(over.signal, 'abort');
  } catch {
    // not within reach: the next attempt follows
  }
  signal.removeEventListener('abort', end);
  await endClient(client);
}
