import { describe, expect, test } from '@jest/globals';
import {
  parseCaseNumber,
  parseConversationId,
  parseDeviceId,
  parseEventId,
  parseRoomId,
  parseTeamId,
  parseUserId,
} from '../../../appservice/domain/ids.ts';
import { statusOf, type StatusFacts } from '../../../appservice/domain/status.ts';
import { start } from './helpline-world.ts';

const open: StatusFacts = {
  isHealthy: true,
  schedule: 'open',
  nextOpening: start,
  counsellorsOnDuty: 3,
  freeSlots: 1,
};

describe('the public status (R10-R13)', () => {
  test.each([
    ['open with a free slot', {}, { state: 'online', reason: null, nextOpening: null }],
    ['open with every slot taken', { freeSlots: 0 }, { state: 'busy', reason: null, nextOpening: null }],
    [
      'open with more waiting than slots',
      { freeSlots: -2 },
      { state: 'busy', reason: null, nextOpening: null },
    ],
    [
      'open with nobody',
      { counsellorsOnDuty: 0, freeSlots: 0 },
      { state: 'offline', reason: 'nobody', nextOpening: null },
    ],
    ['closed', { schedule: 'closed' }, { state: 'offline', reason: 'closed', nextOpening: start }],
    ['a holiday', { schedule: 'holiday' }, { state: 'offline', reason: 'holiday', nextOpening: start }],
    [
      'closed ad hoc',
      { schedule: 'exceptional' },
      { state: 'offline', reason: 'exceptional', nextOpening: start },
    ],
    [
      'closed ad hoc without end',
      { schedule: 'exceptional', nextOpening: null },
      { state: 'offline', reason: 'exceptional', nextOpening: null },
    ],
    [
      'down, whatever the schedule',
      { isHealthy: false, schedule: 'closed' },
      { state: 'offline', reason: 'fault', nextOpening: null },
    ],
    [
      'closed, though nobody is there either',
      { schedule: 'closed', counsellorsOnDuty: 0 },
      { state: 'offline', reason: 'closed', nextOpening: start },
    ],
  ] as const)('when %s', (_, facts, status) => {
    expect(statusOf({ ...open, ...facts })).toEqual(status);
  });
});

describe('identifiers', () => {
  test.each([
    [
      parseUserId,
      '@rosa:localhost',
      ['rosa', '@rosa', '@:localhost', '@ro sa:localhost', `@${'a'.repeat(250)}:localhost`],
    ],
    [
      parseRoomId,
      '!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM',
      ['room', '!', '!a/b', '!a b', '!a?b', '!a#b', '!a\\b'],
    ],
    [parseEventId, '$acR1l0raoZnm60CBwAVgqbZqoO-mYU81ysh1u7XcJk0', ['event', '$', '$a/b', '$a\nb']],
    [parseDeviceId, 'CALLER_1', ['', 'a b', 'a/b', 'a'.repeat(101)]],
    [
      parseConversationId,
      '00000000-0000-4000-8000-000000000001',
      ['1', '00000000-0000-4000-8000-00000000000G'],
    ],
    [parseCaseNumber, '4711', ['0471', '471', '123456789', '47a1', ' 4711', '']],
    [parseTeamId, 'west-vlaanderen', ['West', '1team', '', 'a b', '../a']],
  ] as const)('are parsed as nothing but what they are (%#)', (parse, good, bad) => {
    expect(parse(good)).toBe(good);
    for (const text of bad) expect(parse(text)).toBeUndefined();
  });
});
