import { describe, expect, test } from '@jest/globals';
import { createCryptoClient } from '../../../widget/frame/adapters/crypto-client.ts';
import type { FromWorker, ToWorker } from '../../../widget/worker-messages.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';

/** A worker in the test's hand. */
class HandWorker extends EventTarget {
  readonly asked: ToWorker[] = [];
  isEnded = false;
  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(news: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: news }));
  }
}

function scene() {
  const workers: HandWorker[] = [];
  const heard: FromWorker[] = [];
  const gone: HandWorker[] = [];
  const clock = drivenBrowserClock();
  const client = createCryptoClient({
    clock,
    createWorker: () => {
      const worker = new HandWorker();
      workers.push(worker);
      return worker;
    },
    hear: (news) => heard.push(news),
    isGone: () => gone.push(...workers.filter(({ isEnded }) => isEnded)),
  });
  client.tell({ kind: 'load' });
  const last = (): HandWorker => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('no worker');
    return worker;
  };
  return { workers, heard, gone, clock, client, last };
}

const notLoaded: FromWorker = { kind: 'failed', failure: 'not-loaded' };

describe('a program that a slow line lost on its way', () => {
  test('is fetched again after a pause, and nothing is said of it', () => {
    const { workers, heard, clock, last } = scene();
    last().say(notLoaded);
    expect(workers).toHaveLength(1);
    clock.elapse(1_000);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(last().asked).toEqual([{ kind: 'load' }]);
    last().say({ kind: 'loaded' });
    expect(heard).toEqual([{ kind: 'loaded' }]);
  });

  test('is said when it did not come four times, and fetched anew when the caller tries again', async () => {
    const { workers, heard, clock, client, last } = scene();
    for (const pauseMs of [1_000, 2_000, 4_000]) {
      last().dispatchEvent(new Event('error'));
      clock.elapse(pauseMs);
    }
    expect(heard).toEqual([]);
    last().say(notLoaded);
    expect([workers.length, heard]).toEqual([4, [notLoaded]]);
    client.tell({ kind: 'load' });
    last().say({ kind: 'stopped' });
    await Promise.resolve();
    expect(workers).toHaveLength(5);
  });

  test('is not fetched again for a caller who has gone', () => {
    const { workers, clock, client, last } = scene();
    last().say(notLoaded);
    client.tell({ kind: 'stop' });
    clock.elapse(10_000);
    expect(workers).toHaveLength(1);
  });
});

test('a worker that was told to forget everything is ended, and only then what it held open can go', async () => {
  const { gone, client, last, workers } = scene();
  client.tell({ kind: 'stop' });
  await Promise.resolve();
  expect(gone).toEqual([]);
  last().say({ kind: 'stopped' });
  await Promise.resolve();
  expect(gone).toEqual(workers);
});

test('a worker whose caller leaves quickly is ended in the midst of what it does, and is not asked first', () => {
  const { client, last } = scene();
  const asked = last().asked.length;
  client.end();
  expect([last().isEnded, last().asked.length - asked]).toEqual([true, 0]);
});

test('a worker that was told to pause stays, for the page that comes back', () => {
  const { client, last } = scene();
  client.tell({ kind: 'pause' });
  last().say({ kind: 'stopped' });
  expect([last().asked.at(-1), last().isEnded]).toEqual([{ kind: 'pause' }, false]);
});

test('a worker that breaks once it was loaded is said at once, and so is a device that cannot encrypt', () => {
  const { heard, workers, clock, last } = scene();
  last().say({ kind: 'loaded' });
  last().dispatchEvent(new Event('error'));
  last().say({ kind: 'failed', failure: 'no-webassembly' });
  clock.elapse(10_000);
  expect(heard.slice(1)).toEqual([
    { kind: 'failed', failure: 'crypto-failed' },
    { kind: 'failed', failure: 'no-webassembly' },
  ]);
  expect(workers).toHaveLength(1);
});
