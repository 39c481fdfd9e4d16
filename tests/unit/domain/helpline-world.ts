import { noCompany } from '../../../appservice/domain/company.ts';
import type { Conversation, Phase } from '../../../appservice/domain/conversation.ts';
import type { CounsellorDuty } from '../../../appservice/domain/duty.ts';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { restingRhythm } from '../../../appservice/domain/rhythm.ts';
import type { RingFacts } from '../../../appservice/domain/ringing.ts';
import { provinces, type Province, type Roster } from '../../../appservice/domain/roster.ts';
import type { Instant } from '../../../appservice/domain/time.ts';
import { caseNumber, conversationId, deviceId, roomId, teamId, userId } from '../../support/parsed.ts';

/** An instant of a Tuesday evening, 17:00:00 in Brussels, from which tests count. */
export const start: Instant = Date.parse('2026-11-24T16:00:00Z');

/** A counsellor of these tests. */
export const person = (name: string): UserId => userId(`@${name}:localhost`);

/** Five teams; Rosa and Bram in Limburg, Ann in Antwerpen with two slots, Carla a coordinator without team. */
export const roster: Roster = {
  teams: provinces.map((province) => ({ teamId: teamId(province), name: province, province })),
  members: (
    [
      ['rosa', 'limburg', 1],
      ['bram', 'limburg', 1],
      ['ann', 'antwerpen', 2],
      ['wim', 'west-vlaanderen', 1],
      ['carla', null, 1],
    ] as const
  ).map(([name, team, slots]) => ({
    userId: person(name),
    name,
    role: team === null ? 'coordinator' : 'counsellor',
    organisation: 'CAW',
    teamId: team === null ? null : teamId(team),
    slots,
  })),
};

/** A counsellor on duty with a pinned identity, idle for so many seconds at `start`. */
export function duty(name: string, idleSeconds: number, more: Partial<CounsellorDuty> = {}): CounsellorDuty {
  return {
    counsellor: person(name),
    state: 'on',
    since: start - 3_600_000,
    idleSince: start - idleSeconds * 1000,
    pinnedMasterKey: `key of ${name}`,
    unconfirmedMasterKey: null,
    offboardedAt: null,
    ...more,
  };
}

/** A conversation from Limburg, pressed at `start`, in a phase. */
export function conversation(
  phase: Phase,
  more: Partial<Conversation> & { count?: number } = {},
): Conversation {
  const { count = 1, ...rest } = more;
  return {
    conversationId: conversationId(count),
    caseNumber: caseNumber(String(4710 + count)),
    caller: userId(`@1712_caller_${String(count)}:localhost`),
    callerDevice: deviceId('CALLER'),
    roomId: roomId('!room'),
    province: 'limburg',
    language: 'nl',
    noticeVersion: '1',
    createdAt: start,
    lastContactAt: start,
    unsecuredSince: null,
    phase,
    controller: null,
    company: noCompany,
    rhythm: restingRhythm,
    toldConnection: null,
    ...rest,
  };
}

/** The phase of a conversation in the pool. */
export function waiting(more: Partial<Extract<Phase, { name: 'waiting' }>> = {}): Phase {
  return {
    name: 'waiting',
    since: start,
    ring: null,
    asked: [],
    teamCardSince: null,
    callerToldAt: null,
    ...more,
  };
}

/** The phase of a conversation that somebody has. */
export function held(name: 'taken' | 'joined' | 'talking', counsellor: string): Phase {
  const base = { counsellor: person(counsellor), takenAt: start, since: start, asked: [] };
  return name === 'joined' ? { name, ...base, nudgedAt: null } : { name, ...base };
}

/** Where the caller may be. */
export const placesOfCallers: readonly (Province | null)[] = [null, ...provinces];

/** All five on duty: in Limburg Bram is idle longest, in all Flanders Ann. */
export const everybody = [
  duty('rosa', 10),
  duty('bram', 20),
  duty('ann', 90),
  duty('wim', 60),
  duty('carla', 5),
];

/** What differs from one conversation and everybody on duty, `seconds` after `start`. */
export type World = {
  readonly duties?: readonly CounsellorDuty[];
  readonly others?: readonly Conversation[];
  readonly seconds?: number;
  readonly preferred?: UserId;
  readonly conversation?: Partial<Conversation>;
};

/** What the dispatcher sees of a conversation in a phase; its caller has just given a sign of life. */
export function factsOf(phase: Phase, world: World = {}): RingFacts {
  const now = start + (world.seconds ?? 0) * 1000;
  const own = conversation(phase, { lastContactAt: now, ...world.conversation });
  return {
    conversation: own,
    openConversations: [own, ...(world.others ?? [])],
    roster,
    duties: world.duties ?? everybody,
    preferred: world.preferred ?? null,
    now,
  };
}

/** A ring for somebody, begun so many seconds after `start`. */
export const ringOf = (name: string, seconds = 0) => ({
  counsellor: person(name),
  since: start + seconds * 1000,
});

/** The pool after these were asked. */
export const asked = (...names: readonly string[]): Phase => waiting({ asked: names.map(person) });
