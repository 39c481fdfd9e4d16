import { describe, expect, test } from '@jest/globals';
import {
  announcedOf,
  inviteeOf,
  inviterOf,
  isPromisedTo,
  noCompany,
  type Company,
  type ComingColleague,
} from '../../../appservice/domain/company.ts';
import { coordinatorsToCall } from '../../../appservice/domain/company-rules.ts';
import {
  announce,
  answerHelpCall,
  askColleague,
  callForHelp,
  comeIn,
  handOver,
  passHelpCall,
  seeInvitation,
  shareHistory,
  stopComing,
  stopHelpCall,
  stopReading,
} from '../../../appservice/domain/company-transitions.ts';
import { controllerAtTake } from '../../../appservice/domain/controller.ts';
import type { Transition } from '../../../appservice/domain/conversation-transitions.ts';
import type { Conversation } from '../../../appservice/domain/conversation.ts';
import { decideCompany } from '../../../appservice/domain/decide-company.ts';
import { offboard } from '../../../appservice/domain/duty.ts';
import { must } from '../../support/parsed.ts';
import { conversation, duty, everybody, held, person, roster, start, waiting } from './helpline-world.ts';

const bram = person('bram');
const ann = person('ann');
const carla = person('carla');

const coming = (more: Partial<ComingColleague> = {}): ComingColleague => ({
  colleague: bram,
  askedBy: person('rosa'),
  purpose: 'reads-along',
  stage: 'asked',
  askedAt: start,
  since: start,
  sharedBy: 'caller',
  isHelp: false,
  invitedAt: null,
  ...more,
});
const talking = (company: Partial<Company> = {}, more: Partial<Conversation> = {}): Conversation =>
  conversation(held('talking', 'rosa'), { company: { ...noCompany, ...company }, ...more });

/** What is decided so many seconds after `start`, the caller's last sign of life so many before it. */
const decide = (
  company: Partial<Company>,
  seconds: number,
  { silentSeconds = 0, duties = everybody }: { silentSeconds?: number; duties?: typeof everybody } = {},
) => {
  const lastContactAt = start - silentSeconds * 1_000;
  const now = start + seconds * 1_000;
  return decideCompany({ conversation: talking(company, { lastContactAt }), roster, duties, now });
};

describe('what follows for a colleague on their way', () => {
  const sharing = (more: Partial<ComingColleague> = {}) => ({
    coming: coming({ stage: 'sharing', ...more }),
  });
  const announced = { coming: coming({ stage: 'announced' }) };
  const byHand = sharing({ sharedBy: 'counsellor' });
  const stop = (why: string) => [{ kind: 'stop-coming', why }];
  const share = (by: string) => [{ kind: 'share', by }];

  test.each([
    ['asked', { company: { coming: coming() }, seconds: 60 }, stop('missed')],
    ['announced, with the caller there', { company: announced, seconds: 10 }, share('caller')],
    [
      'announced, with a sign of life just before',
      { company: announced, seconds: 10, silentSeconds: 5 },
      share('caller'),
    ],
    [
      'announced, with the caller away',
      { company: announced, seconds: 10, silentSeconds: 6 },
      share('counsellor'),
    ],
    ['told to share, with the caller there', { company: sharing(), seconds: 20 }, share('counsellor')],
    [
      'told to share, with the caller away',
      { company: sharing(), seconds: 10, silentSeconds: 6 },
      share('counsellor'),
    ],
    ['to be invited by hand', { company: byHand, seconds: 120 }, stop('not-invited')],
    ['invited', { company: sharing({ invitedAt: start }), seconds: 60 }, stop('not-joined')],
  ])('who is %s', (_who, { company, seconds, ...more }, decisions) => {
    expect(decide(company, seconds, more)).toEqual(decisions);
    expect(decide(company, seconds - 0.001, more)).toEqual([]);
  });

  test('stops at once with an identity that nobody has confirmed, and so does reading', () => {
    const duties = [duty('bram', 0, { unconfirmedMasterKey: 'another' })];
    expect(decide({ coming: coming() }, 0, { duties })).toEqual(stop('identity-changed'));
    expect(decide({ readers: [bram] }, 0, { duties })).toEqual([
      { kind: 'remove-reader', reader: bram, why: 'identity-changed' },
    ]);
    expect(decide({ readers: [bram] }, 0)).toEqual([]);
  });

  test('stops at once for somebody who works here no more, and so does reading', () => {
    const duties = [offboard(bram, duty('bram', 0), start)];
    expect(decide({ coming: coming() }, 0, { duties })).toEqual(stop('left-service'));
    expect(decide({ readers: [bram] }, 0, { duties })).toEqual([
      { kind: 'remove-reader', reader: bram, why: 'left-service' },
    ]);
  });

  test('of a call for help stops after a minute, or when everybody has said no', () => {
    const helpCall = { askedBy: person('rosa'), askedAt: start, since: start, open: [carla] };
    expect(decide({ helpCall }, 59.999)).toEqual([]);
    expect(decide({ helpCall }, 60)).toEqual([{ kind: 'stop-help-call' }]);
    expect(decide({ helpCall: { ...helpCall, open: [] } }, 0)).toEqual([{ kind: 'stop-help-call' }]);
  });
});

describe('company', () => {
  const after = (transition: Transition): Conversation => {
    if (!transition.ok) throw new Error(`refused in ${transition.problem.phase}`);
    return transition.value;
  };
  const asking = { colleague: bram, purpose: 'takes-over' } as const;

  test('goes its whole way to a hand-over', () => {
    const asked = after(askColleague(talking(), asking, start));
    expect(asked.company.coming).toEqual(coming({ purpose: 'takes-over' }));
    const announced = after(announce(asked, bram, start + 1));
    expect([announcedOf(asked.company), announcedOf(announced.company)?.colleague]).toEqual([null, bram]);
    expect(inviteeOf(announced.company)).toBeNull();
    const shared = after(shareHistory(announced, 'caller', start + 2));
    expect([inviteeOf(shared.company), inviterOf(shared.company)]).toEqual([bram, null]);
    const came = after(comeIn(after(seeInvitation(shared, bram, start + 3)), bram));
    expect(came.company).toEqual({ ...noCompany, readers: [bram], successor: bram });
    const handed = after(handOver(came, null, start + 4));
    expect(handed.company).toEqual(noCompany);
    expect(handed.phase).toEqual({
      name: 'talking',
      counsellor: bram,
      takenAt: start + 4,
      since: start,
      asked: [person('rosa')],
    });
  });

  test('gives the right to invite to the counsellor only until the invitation is seen', () => {
    const announced = talking({ coming: coming({ stage: 'announced' }) });
    const byHand = after(shareHistory(announced, 'counsellor', start));
    expect([inviteeOf(byHand.company), inviterOf(byHand.company)]).toEqual([null, person('rosa')]);
    expect(inviterOf(after(seeInvitation(byHand, bram, start)).company)).toBeNull();
  });

  test('fills a slot of who is to take over, and of nobody who reads along', () => {
    const takes = coming({ purpose: 'takes-over' });
    expect(isPromisedTo({ ...noCompany, coming: takes }, bram)).toBe(true);
    expect(isPromisedTo({ ...noCompany, successor: bram }, bram)).toBe(true);
    expect(isPromisedTo({ ...noCompany, coming: coming() }, bram)).toBe(false);
  });

  const called = { helpCall: { askedBy: person('rosa'), askedAt: start, since: start, open: [carla] } };
  test.each<[string, Transition]>([
    ['asks nobody into what waits', askColleague(conversation(waiting()), asking, start)],
    ['asks nobody beside another one', askColleague(talking({ coming: coming() }), asking, start)],
    ['asks no reader', askColleague(talking({ readers: [bram] }), asking, start)],
    ['is not announced for somebody else', announce(talking({ coming: coming() }), ann, start)],
    ['is not shared before it is announced', shareHistory(talking({ coming: coming() }), 'caller', start)],
    ['lets nobody in before the word', comeIn(talking({ coming: coming({ stage: 'announced' }) }), bram)],
    ['lets nobody else in', comeIn(talking({ coming: coming({ stage: 'sharing' }) }), ann)],
    ['stops nobody', stopComing(talking())],
    ['loses no reader who is none', stopReading(talking(), bram)],
    ['is handed over to nobody', handOver(talking({ readers: [bram] }), null, start)],
    ['calls once at a time', callForHelp(talking(called), [carla], start)],
    ['is answered by nobody who was not called', answerHelpCall(talking(called), bram, start)],
    [
      'is answered by nobody who reads along already',
      answerHelpCall(talking({ ...called, readers: [carla] }), carla, start),
    ],
    ['has no no of somebody who was not called', passHelpCall(talking(called), bram)],
    ['has no call to stop', stopHelpCall(talking())],
    [
      'has no second one on their way by a call',
      answerHelpCall(talking({ ...called, coming: coming({ stage: 'announced' }) }), carla, start),
    ],
  ])('%s', (_name, transition) => {
    expect(transition).toMatchObject({ ok: false, problem: { code: 'invalid-transition' } });
  });
});

describe('who is called for help', () => {
  const called = (duties = everybody, members = roster.members) =>
    coordinatorsToCall(
      { roster: { ...roster, members }, duties, openConversations: [] },
      conversation(held('talking', 'rosa')),
    ).map(({ userId }) => userId);
  const second = { ...must(roster.members.at(-1), 'Carla'), userId: person('cas') };

  test('are the coordinators on duty if there are any, else all', () => {
    const members = [...roster.members, second];
    expect(called(everybody, members)).toEqual([carla]);
    expect(called([], members)).toEqual([carla, person('cas')]);
  });

  test('are none of another team', () => {
    const team = must(roster.teams[0], 'a team').teamId;
    const members = [...roster.members, { ...second, teamId: team }];
    expect(called([], members)).toEqual([carla]);
  });
});

test('the first take makes its team responsible, a coordinator of all teams that of the caller’s province', () => {
  const member = (name: string) =>
    must(
      roster.members.find((each) => each.name === name),
      name,
    );
  expect(controllerAtTake(roster, member('ann'), 'limburg')).toBe('antwerpen');
  expect(controllerAtTake(roster, member('carla'), 'limburg')).toBe('limburg');
  expect(controllerAtTake(roster, member('carla'), null)).toBe('antwerpen');
});
