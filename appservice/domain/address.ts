import type { ConversationId, UserId } from './ids.ts';
import { rosterMember, type Roster } from './roster.ts';
import { minuteMs, type Instant } from './time.ts';

/** When a counsellor sees the IP address of their conversation (R21), as it is configured. */
export const addressModes = ['on-demand', 'always', 'break-glass'] as const;

/** When a counsellor sees the IP address of their conversation (R21), as it is configured. */
export type AddressMode = (typeof addressModes)[number];

/** How long a second person has to agree; then the address is shown, and a coordinator's review is due (design 14, R21). */
export const secondPersonMs = 5 * minuteMs;

/** A counsellor wants, or was shown, the address of the conversation that they have. */
export type AddressView = {
  /** The command's event, or the take by which it is always shown: each asks once. */
  readonly viewId: string;
  readonly conversationId: ConversationId;
  readonly counsellor: UserId;
  readonly askedAt: Instant;
  /** `asked`: a second person has not said anything yet. */
  readonly state: 'asked' | 'shown' | 'refused';
};

/** Who may agree that somebody is shown an address: a coordinator or a colleague of the team, never themselves. */
export function secondPersons(roster: Roster, counsellor: UserId): readonly UserId[] {
  const teamId = rosterMember(roster, counsellor)?.teamId ?? null;
  return roster.members
    .filter(({ userId }) => userId !== counsellor)
    .filter((member) => member.role === 'coordinator' || (teamId !== null && member.teamId === teamId))
    .map(({ userId }) => userId);
}

/** Whether the time in which a second person may agree is over. */
export function isWithoutSecondPerson({ state, askedAt }: AddressView, now: Instant): boolean {
  return state === 'asked' && now - askedAt >= secondPersonMs;
}

/** Whether somebody has said no to this counsellor about this conversation: from then on only a yes shows its address. */
export function wasRefused(ofConversation: readonly AddressView[], counsellor: UserId): boolean {
  return ofConversation.some((view) => view.counsellor === counsellor && view.state === 'refused');
}
