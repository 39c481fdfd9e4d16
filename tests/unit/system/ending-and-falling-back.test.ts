import { describe, expect, test } from '@jest/globals';
import { guardedStop } from '../../../appservice/adapters/system/guarded-stop.ts';
import { runningWork } from '../../../appservice/adapters/system/running-work.ts';
import { startBoard } from '../../../appservice/adapters/system/status-board.ts';
import { memoryEventLog } from '../../support/memory-system.ts';

describe('a stop', () => {
  const failures: unknown[] = [];
  const guarded = (stop: () => Promise<void>, limitMs = 60_000) =>
    guardedStop({ stop, limitMs, onFailure: (error) => failures.push(error) });

  test('runs once, however many signals ask for it', async () => {
    let runs = 0;
    const stop = guarded(() => {
      runs += 1;
      return Promise.resolve();
    });
    expect(await Promise.all([stop(), stop()])).toEqual([0, 0]);
    expect(runs).toBe(1);
  });

  test('that fails ends with 1, and says why', async () => {
    const failure = new TypeError();
    expect(await guarded(() => Promise.reject(failure))()).toBe(1);
    expect(failures).toEqual([failure]);
  });

  test('that hangs ends with 1 when its time is over', async () => {
    expect(await guarded(() => new Promise(() => undefined), 1)()).toBe(1);
  });
});

describe('work under way', () => {
  test('is waited for, but not longer than is said', async () => {
    const running = runningWork();
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    running.add(work);
    let isSettled = false;
    const settled = running.settled(60_000).then(() => {
      isSettled = true;
    });
    await new Promise(setImmediate);
    expect(isSettled).toBe(false);
    finish();
    await settled;
    running.add(new Promise(() => undefined));
    await running.settled(1);
    expect(isSettled).toBe(true);
  });
});

describe('a board', () => {
  test('shows what it falls back to while it cannot be read, which is logged by its code', async () => {
    const stopping = new AbortController();
    const log = memoryEventLog();
    let isAway = false;
    const read = () =>
      isAway
        ? Promise.reject(Object.assign(new Error('secret text'), { code: 'unreachable' }))
        : Promise.resolve('online');
    const board = startBoard({ name: 'board', fallback: 'unknown', read }, { signal: stopping.signal, log });
    const changed = () =>
      new Promise<void>((resolve) => {
        const stop = board.subscribe(() => {
          stop();
          resolve();
        });
      });
    await changed();
    expect(board.current()).toBe('online');
    isAway = true;
    board.refresh();
    await changed();
    expect(board.current()).toBe('unknown');
    await new Promise(setImmediate);
    expect(log.events).toEqual([{ event: 'job.failed', job: 'board', code: 'unreachable' }]);
    stopping.abort();
  });
});
