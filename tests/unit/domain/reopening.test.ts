import { describe, expect, test } from '@jest/globals';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import {
  mayReopen,
  mayReview,
  mayShareWith,
  openFor,
  sharedNow,
  reopenedForMs,
} from '../../../appservice/domain/reopening.ts';
import { rosterMember, type RosterMember } from '../../../appservice/domain/roster.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { caseNumber, must, teamId } from '../../support/parsed.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';
import { conversation } from '../../ports/register-world.ts';

const { an, bert, chris, dina } = people;
const number = caseNumber('4001');
const who = (userId: UserId): RosterMember => must(rosterMember(sampleRoster, userId), 'a member');
const over = (change: Partial<Conversation> = {}): Conversation =>
  conversation(1, {
    phase: { name: 'ended', by: 'caller', at: 5, wasAttended: true },
    controller: teamId('limburg'),
    ...change,
  });

describe('reading a conversation again', () => {
  test('is for who was in it, once it is over', () => {
    const found = { conversation: over(), participants: [an, chris] };
    expect(mayReopen(found, who(an), number)).toEqual({ ok: true, value: found.conversation });
    expect(mayReopen(found, who(chris), number).ok).toBe(true);
    expect(mayReopen(found, who(bert), number)).toEqual(mayReopen(undefined, who(bert), number));
    expect(mayReopen(found, who(dina), number)).toMatchObject({ problem: { code: 'not-yours' } });
  });

  test('is not yet for who is in it, and that it runs is said to nobody else', () => {
    const found = { conversation: conversation(1), participants: [an] };
    expect(mayReopen(found, who(an), number)).toMatchObject({ problem: { code: 'still-going' } });
    expect(mayReopen(found, who(bert), number)).toMatchObject({ problem: { code: 'not-yours' } });
  });

  test('takes an hour, to the millisecond', () => {
    const reopenings = [{ person: an, until: reopenedForMs, sharedBy: null }];
    expect(reopenedForMs).toBe(3_600_000);
    expect(openFor(reopenings, an, reopenedForMs - 1)).toEqual(reopenings[0]);
    expect(openFor(reopenings, an, reopenedForMs)).toBeUndefined();
    expect(openFor(reopenings, bert, 0)).toBeUndefined();
  });
});

describe('sharing a conversation that is over', () => {
  test('stays within the team that is responsible, whatever team the participant is of', () => {
    expect(mayShareWith(over(), who(an), who(bert)).ok).toBe(true);
    expect(mayShareWith(over(), who(an), who(dina)).ok).toBe(true);
    expect(mayShareWith(over(), who(an), who(chris))).toMatchObject({ problem: { code: 'other-team' } });
    expect(mayShareWith(over(), who(chris), who(bert)).ok).toBe(true);
  });

  test('stays within the participant’s team where none is responsible', () => {
    const nobodys = over({ controller: null });
    expect(mayShareWith(nobodys, who(an), who(bert)).ok).toBe(true);
    expect(mayShareWith(nobodys, who(an), who(chris)).ok).toBe(false);
  });

  test('is not with oneself', () => {
    expect(mayShareWith(over(), who(an), who(an))).toMatchObject({ problem: { code: 'not-with-yourself' } });
  });
});

test('may invite for it who shares, until the colleague’s hour is over', () => {
  const reopenings = [
    { person: an, until: 9, sharedBy: null },
    { person: bert, until: 9, sharedBy: an },
  ];
  expect(sharedNow(reopenings, an, 8)).toEqual([bert]);
  expect(sharedNow(reopenings, an, 9)).toEqual([]);
  expect(sharedNow(reopenings, bert, 8)).toEqual([]);
});

test('who looked is for coordinators of the responsible team, and of all teams', () => {
  expect(mayReview(over(), who(bert))).toBe(true);
  expect(mayReview(over(), who(dina))).toBe(true);
  expect(mayReview(over(), who(chris))).toBe(false);
  expect(mayReview(over({ controller: null }), who(bert))).toBe(false);
});
