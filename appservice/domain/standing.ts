import { holdsAt, type Block } from './blocking.ts';
import { counsellorOf, type Conversation } from './conversation.ts';
import type { Standing, StandingPerson } from './desk-messages/coordination-message.ts';
import type { CounsellorDuty } from './duty.ts';
import { nextOpening, scheduleAt, type AdHocClosure, type OpeningHours } from './opening-hours.ts';
import type { Roster, RosterMember } from './roster.ts';
import type { Instant } from './time.ts';

/** What the state of the helpline follows from. */
export type StandingFacts = {
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
  readonly openConversations: readonly Conversation[];
  readonly openingHours: OpeningHours;
  readonly closure: AdHocClosure | null;
  readonly blocks: readonly Block[];
  readonly unregistered: Standing['unregistered'];
  readonly now: Instant;
};

/** How the helpline stands, in the order of the roster (`!stand`). */
export function standingOf(facts: StandingFacts): Standing {
  const { roster, duties, openConversations, openingHours, closure, now } = facts;
  const opensAt = nextOpening(openingHours, closure, now);
  const waiting = openConversations.filter(({ phase }) => phase.name === 'waiting');
  const held = openConversations.filter(({ phase }) => counsellorOf(phase) !== undefined);
  const people = roster.members.flatMap((member): readonly StandingPerson[] => {
    const state = duties.find((duty) => duty.counsellor === member.userId)?.state ?? 'off';
    if (state === 'off') return [];
    const conversations = held.filter(({ phase }) => counsellorOf(phase) === member.userId).length;
    return [{ name: member.name, team: teamNameOf(roster, member), state, conversations }];
  });
  return {
    people,
    waiting: waiting.length,
    waitingSince: waiting.length === 0 ? null : Math.min(...waiting.map(({ createdAt }) => createdAt)),
    inConversation: held.length,
    schedule: scheduleAt(openingHours, closure, now),
    opensAt: opensAt === now ? null : opensAt,
    blocks: facts.blocks
      .filter((block) => holdsAt(block, now))
      .map(({ caseNumber, until }) => ({ caseNumber, until })),
    unregistered: facts.unregistered,
  };
}

function teamNameOf(roster: Roster, { teamId }: RosterMember): string | null {
  return roster.teams.find((team) => team.teamId === teamId)?.name ?? null;
}
