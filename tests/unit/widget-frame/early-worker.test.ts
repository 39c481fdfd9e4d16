import { describe, expect, test } from '@jest/globals';
import { createWorkerEarly } from '../../../widget/frame/adapters/early-worker.ts';
import type { ToWorker } from '../../../widget/worker-messages.ts';

class HandWorker extends EventTarget {
  readonly asked: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    this.asked.push(message);
  }
}

function scene() {
  const workers: HandWorker[] = [];
  const create = (): HandWorker => {
    const worker = new HandWorker();
    workers.push(worker);
    return worker;
  };
  return { workers, give: createWorkerEarly(create) };
}

describe('the first worker', () => {
  test('is made, and fetches the encryption, before anybody asks for it', () => {
    const { workers } = scene();
    expect(workers.map(({ asked }) => asked)).toEqual([[{ kind: 'prepare' }]]);
  });

  test('is given once, and a new one the next time', () => {
    const { workers, give } = scene();
    const first = give();
    const second = give();
    expect(workers).toEqual([first, second]);
    expect(second.asked).toEqual([]);
  });

  test('is replaced by a new one when its script did not come', () => {
    const { workers, give } = scene();
    workers[0]?.dispatchEvent(new Event('error'));
    expect(give()).toBe(workers[1]);
  });

  test('fails for whoever asks for it, and for nobody before, where there are no workers', () => {
    const give = createWorkerEarly((): HandWorker => {
      throw new TypeError('no workers');
    });
    expect(give).toThrow('no workers');
  });
});
