import type { ComingColleague, HelpCall } from './company.ts';
import type { Conversation } from './conversation.ts';
import { hasSafeIdentity, isOffboarded, type CounsellorDuty } from './duty.ts';
import type { UserId } from './ids.ts';
import { rosterMember, type Roster } from './roster.ts';
import { minuteMs, secondMs, type Instant } from './time.ts';

/** How long each step of a colleague's coming may take (design 6), in milliseconds. */
export const companyLimits = {
  /** A card without an answer counts as "not now". */
  answerMs: 60 * secondMs,
  /** The caller may say no in this time before anything is shared (R25). */
  refusalMs: 10 * secondMs,
  /** The caller's browser was told something and gives no sign of life. */
  awayMs: 10 * secondMs,
  /** A sign of life that is younger than the last one by less than this is not written down. */
  signOfLifeMs: 5 * secondMs,
  /** The caller's browser was told to share, and no invitation is seen. */
  inviteMs: 20 * secondMs,
  /** The right to invite that the counsellor has is taken back. */
  inviteByHandMs: 2 * minuteMs,
  /** Invited, but not in the room. */
  joinMs: 60 * secondMs,
} as const;

/** What is decided about who comes into one conversation at one instant; each is carried out once. */
export type CompanyDecision =
  | { readonly kind: 'share'; readonly by: ComingColleague['sharedBy'] }
  | {
      readonly kind: 'stop-coming';
      readonly why: 'missed' | 'not-invited' | 'not-joined' | Unfit;
    }
  | { readonly kind: 'stop-help-call' }
  /** Their identity has changed, or they work here no more: no word may reach them any longer (design 4). */
  | { readonly kind: 'remove-reader'; readonly reader: UserId; readonly why: Unfit };

/** Why somebody may not read at all: another identity than the pinned one, or they work here no more. */
type Unfit = 'identity-changed' | 'left-service';

/** What the decisions look at. */
export type CompanyFacts = {
  readonly conversation: Conversation;
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
  readonly now: Instant;
};

/** What follows for the company of one conversation; limits hold from their first millisecond on. Asked again it decides nothing new. */
export function decideCompany(facts: CompanyFacts): readonly CompanyDecision[] {
  const { readers, coming, helpCall } = facts.conversation.company;
  const removed = readers.flatMap((reader) => {
    const why = unfitness(facts, reader);
    return why === undefined ? [] : [{ kind: 'remove-reader', reader, why } as const];
  });
  return [
    ...removed,
    ...(coming === null ? [] : decideComing(facts, coming)),
    ...(helpCall !== null && isHelpCallOver(facts, helpCall) ? [{ kind: 'stop-help-call' } as const] : []),
  ];
}

function unfitness({ roster, duties }: CompanyFacts, person: UserId): Unfit | undefined {
  const duty = duties.find((each) => each.counsellor === person);
  if (rosterMember(roster, person) === undefined || isOffboarded(duty)) return 'left-service';
  return hasSafeIdentity(duty) ? undefined : 'identity-changed';
}

function isHelpCallOver({ now }: CompanyFacts, { since, open }: HelpCall): boolean {
  return open.length === 0 || now - since >= companyLimits.answerMs;
}

function decideComing(facts: CompanyFacts, coming: ComingColleague): readonly CompanyDecision[] {
  const why = unfitness(facts, coming.colleague);
  if (why !== undefined) return [{ kind: 'stop-coming', why }];
  const waitedMs = facts.now - coming.since;
  switch (coming.stage) {
    case 'asked':
      return waitedMs >= companyLimits.answerMs ? [{ kind: 'stop-coming', why: 'missed' }] : [];
    case 'announced':
      return waitedMs >= companyLimits.refusalMs
        ? [{ kind: 'share', by: isCallerAway(facts, coming) ? 'counsellor' : 'caller' }]
        : [];
    case 'sharing':
      return decideSharing(facts, coming, waitedMs);
  }
}

function decideSharing(
  facts: CompanyFacts,
  coming: ComingColleague,
  waitedMs: number,
): readonly CompanyDecision[] {
  const { invitedAt, sharedBy } = coming;
  if (invitedAt !== null) {
    return facts.now - invitedAt >= companyLimits.joinMs ? [{ kind: 'stop-coming', why: 'not-joined' }] : [];
  }
  if (sharedBy === 'counsellor') {
    return waitedMs >= companyLimits.inviteByHandMs ? [{ kind: 'stop-coming', why: 'not-invited' }] : [];
  }
  const isLate = waitedMs >= companyLimits.inviteMs || isCallerAway(facts, coming);
  return isLate ? [{ kind: 'share', by: 'counsellor' }] : [];
}

/**
 * Whether the caller's browser is away: each stage is news that ends its long poll, so that a browser which is there asks again
 * at once. A sign of life just before the stage keeps the one after it from being written.
 */
function isCallerAway({ conversation, now }: CompanyFacts, { since }: ComingColleague): boolean {
  const isSilent = conversation.lastContactAt < since - companyLimits.signOfLifeMs;
  return isSilent && now - since >= companyLimits.awayMs;
}
