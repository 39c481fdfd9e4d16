import { describe, expect, test } from '@jest/globals';
import { noCompany, type ComingColleague } from '../../../appservice/domain/company.ts';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import { isInvolved, isRenewalDue, mayInvite, monthAt } from '../../../appservice/domain/desk-renewal.ts';
import type { CounsellorDuty, DutyState } from '../../../appservice/domain/duty.ts';
import { userId } from '../../support/parsed.ts';
import { conversation } from '../../ports/register-world.ts';

const an = userId('@an:localhost');
const now = Date.UTC(2026, 11, 1, 12);
const idle = { counsellor: an, month: '2026-11', duty: undefined, openConversations: [], now };

test.each([
  ['2026-11-30T22:59:59Z', '2026-11'],
  ['2026-11-30T23:00:00Z', '2026-12'],
  ['2026-07-31T21:59:59Z', '2026-07'],
  ['2026-07-31T22:00:00Z', '2026-08'],
  ['2026-12-31T23:00:00Z', '2027-01'],
])('the month at %s is %s on the wall clock of Brussels', (instant, month) => {
  expect(monthAt(Date.parse(instant))).toBe(month);
});

describe('the renewal of an own desk room', () => {
  test('is due in another month than its own, also when its own was not written down', () => {
    expect(isRenewalDue(idle)).toBe(true);
    expect(isRenewalDue({ ...idle, month: null })).toBe(true);
    expect(isRenewalDue({ ...idle, month: '2026-12' })).toBe(false);
  });

  test('waits until they are off duty', () => {
    const duty = (state: DutyState): CounsellorDuty => ({
      counsellor: an,
      state,
      since: 0,
      idleSince: 0,
      pinnedMasterKey: null,
      unconfirmedMasterKey: null,
      offboardedAt: null,
    });
    const isDueIn = (state: DutyState) => isRenewalDue({ ...idle, duty: duty(state) });
    expect([isDueIn('on'), isDueIn('paused'), isDueIn('off')]).toEqual([false, false, true]);
  });

  test('waits for the end of every conversation that they are in', () => {
    const mine = conversation(1, { phase: talkingTo(an) });
    const other = conversation(2, { phase: talkingTo(userId('@bo:localhost')) });
    expect(isRenewalDue({ ...idle, openConversations: [mine] })).toBe(false);
    expect(isRenewalDue({ ...idle, openConversations: [other] })).toBe(true);
  });
});

const talkingTo = (counsellor: typeof an): Conversation['phase'] => ({
  name: 'taken',
  counsellor,
  since: 0,
  takenAt: 0,
  asked: [],
});

describe('somebody is involved in a conversation', () => {
  const waiting = conversation(3);
  const colleague: ComingColleague = {
    colleague: an,
    askedBy: userId('@bo:localhost'),
    purpose: 'reads-along',
    stage: 'asked',
    since: 0,
    askedAt: 0,
    invitedAt: null,
    sharedBy: 'caller',
    isHelp: false,
  };

  test.each([
    ['nobody rings', waiting, false],
    ['it rings for them', ringing(waiting), true],
    ['they read along', { ...waiting, company: { ...noCompany, readers: [an] } }, true],
    ['they are asked to come', { ...waiting, company: { ...noCompany, coming: colleague } }, true],
  ])('when %s: %#', (_when, each, expected) => {
    expect(isInvolved(each, an)).toBe(expected);
  });
});

function ringing(waiting: Conversation): Conversation {
  if (waiting.phase.name !== 'waiting') throw new Error('not waiting');
  return { ...waiting, phase: { ...waiting.phase, ring: { counsellor: an, since: 0 } } };
}

test('who declined is invited again after a day, who never was at once', () => {
  expect(mayInvite(undefined, now)).toBe(true);
  expect(mayInvite(now - 24 * 3_600_000 + 1, now)).toBe(false);
  expect(mayInvite(now - 24 * 3_600_000, now)).toBe(true);
});
