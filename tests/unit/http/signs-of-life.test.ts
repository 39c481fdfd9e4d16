import { expect, test } from '@jest/globals';
import { createSignsOfLife } from '../../../appservice/adapters/http/signs-of-life.ts';
import { awayLimitMs } from '../../../appservice/domain/connection.ts';
import type { LogEvent } from '../../../appservice/ports/event-log.ts';
import { drivenClock } from '../../support/driven-clock.ts';
import { conversationId } from '../../support/parsed.ts';

const one = conversationId(1);
const other = conversationId(2);

function signs(write: () => Promise<void> = () => Promise.resolve()) {
  const clock = drivenClock(1_000_000);
  const written: string[] = [];
  const logged: LogEvent[] = [];
  const signsOfLife = createSignsOfLife({
    clock,
    log: { log: (event) => logged.push(event) },
    sessions: {
      touch: (id, now) => {
        written.push(`${id === one ? 'one' : 'other'} at ${String(now - 1_000_000)}`);
        return write();
      },
    },
  });
  return { clock, written, logged, signsOfLife };
}

test('a sign of life is written once in two seconds for each conversation', () => {
  const { clock, written, signsOfLife } = signs();
  for (let passed = 0; passed <= 4_000; passed += 500) {
    signsOfLife.of(one);
    if (passed === 500) signsOfLife.of(other);
    clock.elapse(500);
  }
  expect(written).toEqual(['one at 0', 'other at 500', 'one at 2000', 'one at 4000']);
});

test('a browser that asks every four seconds never looks away, whatever falls between two writes', () => {
  const { clock, written, signsOfLife } = signs();
  for (let asked = 0; asked < 20; asked += 1) {
    signsOfLife.of(one);
    clock.elapse(4_000);
  }
  const instants = written.map((line) => Number(line.split(' ').at(-1)));
  const gaps = instants.slice(1).map((instant, index) => instant - (instants[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(awayLimitMs);
});

test('one that could not be written is logged by its code, and the next one is written at once', async () => {
  const { written, logged, signsOfLife } = signs(() => Promise.reject(new Error('away')));
  signsOfLife.of(one);
  await Promise.resolve();
  await Promise.resolve();
  signsOfLife.of(one);
  expect(written).toHaveLength(2);
  expect(logged).toEqual([{ event: 'request.failed', code: 'sign-of-life', status: 500 }]);
});
