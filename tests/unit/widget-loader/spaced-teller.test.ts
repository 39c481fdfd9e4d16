import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createSpacedTeller } from '../../../widget/page/spaced-teller.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a status that comes and goes', () => {
  test('is told at once the first time', () => {
    const { heard, teller } = spaced();
    teller.tell('offline');
    expect(heard).toEqual(['offline']);
  });

  test('is never told twice in one second, and the newest is told after it', () => {
    const { heard, teller } = spaced();
    for (const state of ['offline', 'online', 'offline', 'busy']) teller.tell(state);
    jest.advanceTimersByTime(999);
    expect(heard).toEqual(['offline']);
    jest.advanceTimersByTime(1);
    expect(heard).toEqual(['offline', 'busy']);
    teller.tell('online');
    jest.advanceTimersByTime(1_000);
    expect(heard).toEqual(['offline', 'busy', 'online']);
  });

  test('is told at once again after a quiet second', () => {
    const { heard, teller } = spaced();
    teller.tell('offline');
    jest.advanceTimersByTime(1_000);
    teller.tell('online');
    expect(heard).toEqual(['offline', 'online']);
  });

  test('is not told any more once nobody follows it', () => {
    const { heard, teller } = spaced();
    teller.tell('offline');
    teller.tell('online');
    teller.stop();
    jest.advanceTimersByTime(5_000);
    expect(heard).toEqual(['offline']);
  });
});

function spaced() {
  const heard: string[] = [];
  return { heard, teller: createSpacedTeller<string>((value) => heard.push(value)) };
}
