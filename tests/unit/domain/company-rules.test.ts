import { describe, expect, test } from '@jest/globals';
import { noCompany, type Company } from '../../../appservice/domain/company.ts';
import {
  conversationToTakeOver,
  conversationWithCallFor,
  coordinatorsToCall,
  mayBeAsked,
  mayCome,
  type CompanyAsking,
} from '../../../appservice/domain/company-rules.ts';
import type { Conversation, Phase } from '../../../appservice/domain/conversation.ts';
import { offboard, type CounsellorDuty } from '../../../appservice/domain/duty.ts';
import { teamId } from '../../support/parsed.ts';
import { conversation, duty, everybody, held, person, roster, start } from './helpline-world.ts';

const [rosa, bram, carla] = [person('rosa'), person('bram'), person('carla')];
const coming: Company['coming'] = {
  colleague: bram,
  askedBy: rosa,
  purpose: 'reads-along',
  stage: 'asked',
  askedAt: start,
  since: start,
  isHelp: false,
  sharedBy: 'caller',
  invitedAt: null,
};
const inDoubt = duty('bram', 0, { state: 'off', unconfirmedMasterKey: 'another' });
const gone = offboard(bram, duty('bram', 0), start);
const unpinned = duty('bram', 0, { pinnedMasterKey: null });

const rosas = (company: Partial<Company> = {}, phase: Phase = held('talking', 'rosa')): Conversation =>
  conversation(phase, { company: { ...noCompany, ...company } });

const factsWith = (own: Conversation, duties: readonly CounsellorDuty[] = everybody) => ({
  openConversations: [own],
  roster,
  duties,
});

describe('whether a colleague may be asked', () => {
  const ask = (
    own: Conversation,
    purpose: CompanyAsking['purpose'],
    { who = 'bram', duties = everybody }: { who?: string; duties?: readonly CounsellorDuty[] } = {},
  ) => {
    const colleague = roster.members.filter(({ name }) => name === who);
    return colleague.map((each) => {
      const answer = mayBeAsked(factsWith(own, duties), { conversation: own, colleague: each, purpose });
      return answer.ok ? 'yes' : answer.problem.code;
    })[0];
  };

  test.each<readonly [string, ReturnType<typeof ask>, string]>([
    ['anybody who is there', ask(rosas(), 'takes-over'), 'yes'],
    ['who has it', ask(rosas(), 'reads-along', { who: 'rosa' }), 'yourself'],
    ['before its counsellor is in', ask(rosas({}, held('taken', 'rosa')), 'reads-along'), 'not-in-room'],
    ['once its counsellor is in', ask(rosas({}, held('joined', 'rosa')), 'reads-along'), 'yes'],
    ['who reads along', ask(rosas({ readers: [bram] }), 'takes-over'), 'already-in'],
    ['while one comes', ask(rosas({ coming }), 'reads-along', { who: 'ann' }), 'somebody-coming'],
    ['to take over twice', ask(rosas({ successor: carla }), 'takes-over'), 'has-successor'],
    ['to read along in a hand-over', ask(rosas({ successor: carla }), 'reads-along'), 'yes'],
    ['who works here no more', ask(rosas(), 'reads-along', { duties: [gone] }), 'left-service'],
    ['who was never on duty', ask(rosas(), 'reads-along', { duties: [] }), 'never-on-duty'],
    ['whose keys are in doubt', ask(rosas(), 'reads-along', { duties: [inDoubt] }), 'colleague-identity'],
    [
      'who is off duty to take over',
      ask(rosas(), 'takes-over', { duties: [duty('bram', 0, { state: 'off' })] }),
      'colleague-off-duty',
    ],
    [
      'who is off duty to read along',
      ask(rosas(), 'reads-along', { duties: [duty('bram', 0, { state: 'off' })] }),
      'yes',
    ],
  ])('%s', (_whom, answer, expected) => {
    expect(answer).toBe(expected);
  });
});

describe('whether a colleague may come after all', () => {
  const come = (duties: readonly CounsellorDuty[], isTakingOver = false) => {
    const own = rosas();
    const answer = mayCome(factsWith(own, duties), { conversation: own, colleague: bram, isTakingOver });
    return answer.ok ? 'yes' : answer.problem.code;
  };

  test.each<readonly [string, ReturnType<typeof come>, string]>([
    ['as they were', come(everybody, true), 'yes'],
    ['with keys in doubt', come([inDoubt]), 'own-identity'],
    ['with keys that are not known', come([unpinned]), 'own-keys-unknown'],
    ['to take over, gone off duty', come([duty('bram', 0, { state: 'off' })], true), 'off-duty'],
    ['to read along, gone off duty', come([duty('bram', 0, { state: 'off' })]), 'yes'],
  ])('%s', (_how, answer, expected) => {
    expect(answer).toBe(expected);
  });
});

describe('the conversation that a command about company means', () => {
  const second = conversation(held('talking', 'rosa'), { count: 2 });

  test('of a hand-over is for the two of it, not for who reads along', () => {
    const own = rosas({ successor: bram, readers: [bram, carla] });
    expect(conversationToTakeOver([own], rosa, null)).toMatchObject({ ok: true });
    expect(conversationToTakeOver([own], bram, null)).toMatchObject({ ok: true });
    expect(conversationToTakeOver([own], carla, null)).toMatchObject({ problem: { code: 'no-successor' } });
  });

  test('is the one into which somebody is asked, or called for help', () => {
    const called = rosas({ helpCall: { askedBy: rosa, askedAt: start, since: start, open: [carla] } });
    expect(conversationWithCallFor([rosas({ coming }), second], bram, null)?.caseNumber).toBe('4711');
    expect(conversationWithCallFor([called], carla, null)?.caseNumber).toBe('4711');
    expect(conversationWithCallFor([called], bram, null)).toBeUndefined();
  });
});

describe('who is called for help', () => {
  const withLead = (team: 'limburg' | 'antwerpen') => ({
    ...roster,
    members: roster.members.map((member) =>
      member.name === 'wim' ? { ...member, role: 'coordinator' as const, teamId: teamId(team) } : member,
    ),
  });
  const called = (
    own: Conversation,
    {
      team = 'limburg',
      duties = everybody,
    }: { team?: 'limburg' | 'antwerpen'; duties?: readonly CounsellorDuty[] } = {},
  ) => coordinatorsToCall({ ...factsWith(own, duties), roster: withLead(team) }, own).map(({ name }) => name);

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['the coordinators of the team and those of all', called(rosas()), ['wim', 'carla']],
    ['not those of another team', called(rosas(), { team: 'antwerpen' }), ['carla']],
    ['not who is in it already', called(rosas({ readers: [carla] })), ['wim']],
    [
      'not who works here no more',
      called(rosas(), { duties: [offboard(carla, duty('carla', 0), start)] }),
      ['wim'],
    ],
    ['those on duty before all', called(rosas(), { duties: [duty('carla', 0)] }), ['carla']],
  ])('are %s', (_who, names, expected) => {
    expect(names).toEqual(expected);
  });
});
