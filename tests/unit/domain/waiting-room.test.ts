import { describe, expect, test } from '@jest/globals';
import { closesAt } from '../../../appservice/domain/opening-hours.ts';
import { placeInQueue, waitingPlaces, waitsLonger } from '../../../appservice/domain/waiting-room.ts';
import { alwaysOpen, seedHours } from '../../support/worlds/sample-roster.ts';
import { conversation, duty, everybody, held, person, roster, start, waiting } from './helpline-world.ts';

const minute = 60_000;
const facts = { roster, duties: [duty('rosa', 10), duty('bram', 20)] };

describe('the places to wait', () => {
  test('are as many as are configured, until half an hour before closing', () => {
    expect(waitingPlaces({ size: 5 }, facts, 31 * minute)).toBe(5);
    expect(waitingPlaces({ size: 0 }, facts, 31 * minute)).toBe(0);
  });

  test('are no more than there are slots in the last half hour (S39)', () => {
    expect(waitingPlaces({ size: 5 }, facts, 30 * minute)).toBe(2);
    expect(waitingPlaces({ size: 1 }, facts, 30 * minute)).toBe(1);
    expect(waitingPlaces({ size: 5 }, { ...facts, duties: everybody }, minute)).toBe(5);
  });
});

describe('the place of somebody who waits', () => {
  const busy = [
    conversation(held('talking', 'rosa'), { count: 1 }),
    conversation(held('talking', 'bram'), { count: 2 }),
  ];
  const one = conversation(waiting(), { count: 3, createdAt: start + 1 });
  const two = conversation(waiting(), { count: 4, createdAt: start + 2 });
  const placeOf = (who: typeof one, openConversations: readonly (typeof one)[], size = 5) =>
    placeInQueue({ size }, who, { ...facts, openConversations });

  test('is by arrival, from one on', () => {
    expect(placeOf(one, [...busy, one, two])).toBe(1);
    expect(placeOf(two, [...busy, one, two])).toBe(2);
  });

  test('moves when somebody before them leaves', () => {
    expect(placeOf(two, [...busy, two])).toBe(1);
  });

  test('is none for whom somebody is free, and for who is not waiting', () => {
    const free = busy.slice(0, 1);
    expect(placeOf(one, [...free, one, two])).toBeNull();
    expect(placeOf(two, [...free, one, two])).toBe(1);
    expect(placeOf(busy[0] ?? one, [...busy, one])).toBeNull();
  });

  test('is none without a waiting room', () => {
    expect(placeOf(two, [...busy, one, two], 0)).toBeNull();
  });
});

describe('who waits longer', () => {
  const early = conversation(waiting(), { count: 1, createdAt: start });
  const late = conversation(waiting(), { count: 2, createdAt: start + 1 });
  const longerThan = (who: typeof late, openConversations: readonly (typeof late)[], size = 5) =>
    waitsLonger({ size }, who, { openConversations, counsellor: person('rosa') });
  const ringingFor = (name: string) => ({
    ...early,
    phase: waiting({ ring: { counsellor: person(name), since: start } }),
  });

  test('is whoever pressed earlier and is asked of nobody else', () => {
    expect(longerThan(late, [early, late])).toBe(early);
    expect(longerThan(early, [early, late])).toBeUndefined();
    expect(longerThan(late, [ringingFor('rosa'), late])).toEqual(ringingFor('rosa'));
    expect(longerThan(late, [ringingFor('ann'), late])).toBeUndefined();
  });

  test('is nobody where no order is kept', () => {
    expect(longerThan(late, [early, late], 0)).toBeUndefined();
  });
});

describe('closing time', () => {
  test('is the end of the span that is open, and none while it is closed', () => {
    expect(closesAt(seedHours, start)).toBe(start + 120 * minute);
    expect(closesAt(seedHours, start - 1)).toBeNull();
    expect(closesAt(seedHours, start + 120 * minute)).toBeNull();
  });

  test('is far off where it never closes', () => {
    expect(closesAt(alwaysOpen, start)).toBeGreaterThan(start + 60 * minute);
  });
});
