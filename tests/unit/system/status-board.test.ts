import { describe, expect, test } from '@jest/globals';
import { startBoard } from '../../../appservice/adapters/system/status-board.ts';
import { memoryEventLog } from '../../support/memory-system.ts';

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
