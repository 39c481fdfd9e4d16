import { describe, expect, test } from '@jest/globals';
import { choiceStep, coordinatorsFor, needsChoice } from '../../../appservice/domain/shift-end.ts';
import { noCompany, type ComingColleague } from '../../../appservice/domain/company.ts';
import { restingRhythm } from '../../../appservice/domain/rhythm.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { must } from '../../support/parsed.ts';
import { conversation, duty, held, person, roster, start, waiting } from './helpline-world.ts';

const off = duty('rosa', 0, { state: 'off', since: start });
const own = conversation(held('talking', 'rosa'));
const coming: ComingColleague = {
  colleague: person('bram'),
  askedBy: person('rosa'),
  purpose: 'takes-over',
  stage: 'asked',
  since: start,
  sharedBy: 'caller',
  isHelp: false,
  askedAt: start,
  invitedAt: null,
};

describe('the choice at the end of a shift', () => {
  test('is to be made for a conversation of somebody who is off, in each phase in which they have it', () => {
    const phases = (['taken', 'joined', 'talking'] as const).map((name) => conversation(held(name, 'rosa')));
    expect(phases.map((each) => needsChoice(each, off))).toEqual([true, true, true]);
  });

  test('is not to be made by who is on duty or paused, nor for what is somebody else’s or nobody’s', () => {
    expect(needsChoice(own, duty('rosa', 0))).toBe(false);
    expect(needsChoice(own, { ...off, state: 'paused' })).toBe(false);
    expect(needsChoice(conversation(held('talking', 'bram')), off)).toBe(false);
    expect(needsChoice(conversation(waiting()), off)).toBe(false);
  });

  test('is made by going on after the shift has ended, not by having gone on before', () => {
    const wentOn = (wentOnAt: number) => ({ ...own, rhythm: { ...restingRhythm, wentOnAt } });
    expect(needsChoice(wentOn(start + 1), off)).toBe(false);
    expect(needsChoice(wentOn(start - 1), off)).toBe(true);
  });

  test('is made by a hand-over that is under way, not by a colleague who reads along', () => {
    expect(needsChoice({ ...own, company: { ...noCompany, coming } }, off)).toBe(false);
    expect(needsChoice({ ...own, company: { ...noCompany, successor: person('bram') } }, off)).toBe(false);
    const readsAlong = { ...coming, purpose: 'reads-along' } as const;
    expect(needsChoice({ ...own, company: { ...noCompany, coming: readsAlong } }, off)).toBe(true);
  });

  test('is not asked of somebody whose keys are in doubt', () => {
    expect(needsChoice(own, { ...off, unconfirmedMasterKey: 'other' })).toBe(false);
  });

  test('is asked again every five minutes', () => {
    const steps = [0, 4.99, 5, 9.99, 10, 15, 20, 60].map((minutes) =>
      choiceStep(off, start + minutes * minuteMs),
    );
    const ask = (times: number) => ({ kind: 'ask', times, isLast: times === 3 });
    const tell = { kind: 'tell-coordinators' };
    expect(steps).toEqual([undefined, undefined, ask(1), ask(1), ask(2), ask(3), tell, tell]);
  });
});

test('the coordinators who are told are those of the team or of all teams, else all, and never oneself', () => {
  const coordinator = (name: string, team: string | null) => ({
    ...must(roster.members[0], 'somebody'),
    userId: person(name),
    role: 'coordinator' as const,
    teamId: roster.teams.find(({ teamId }) => teamId === team)?.teamId ?? null,
  });
  expect(coordinatorsFor(roster, person('rosa'))).toEqual([person('carla')]);
  const far = { ...roster, members: [...roster.members.slice(0, 4), coordinator('eva', 'antwerpen')] };
  expect(coordinatorsFor(far, person('rosa'))).toEqual([person('eva')]);
  const both = { ...far, members: [...far.members, coordinator('lien', 'limburg')] };
  expect(coordinatorsFor(both, person('rosa'))).toEqual([person('lien')]);
  expect(coordinatorsFor(roster, person('carla'))).toEqual([]);
});
