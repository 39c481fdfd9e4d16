import type { UserId } from './ids.ts';
import type { Instant } from './time.ts';

/** Why a colleague comes into a conversation: it goes to them, or its counsellor stays (R25, R54, S40, S43). */
export type CompanyPurpose = 'takes-over' | 'reads-along';

/**
 * A colleague on their way into a conversation (design 6). `asked`: they have a card and have not answered; `announced`: they
 * will come, and the caller is told and may still say no; `sharing`: whoever shares the history is told to do so now.
 */
export type ComingColleague = {
  readonly colleague: UserId;
  readonly askedBy: UserId;
  readonly purpose: CompanyPurpose;
  readonly stage: 'asked' | 'announced' | 'sharing';
  /** When their card was put up; names it. */
  readonly askedAt: Instant;
  /** When the stage began; begins anew when somebody else is to share, and after an absence of the service. */
  readonly since: Instant;
  /** Whether they answered a silent call for help (S43): whoever called counts on them. */
  readonly isHelp: boolean;
  /** The caller's browser invites and shares; while it is away the counsellor's own program does (design 6). */
  readonly sharedBy: 'caller' | 'counsellor';
  /** When their invitation was seen in the room; null before. */
  readonly invitedAt: Instant | null;
};

/** A counsellor's silent call for help (S43): every coordinator has a card, and the first who answers comes. */
export type HelpCall = {
  readonly askedBy: UserId;
  /** When the cards were put up; names them. */
  readonly askedAt: Instant;
  /** As `askedAt`; begins anew after an absence of the service. */
  readonly since: Instant;
  /** Who has not answered yet. */
  readonly open: readonly UserId[];
};

/** Who is in a conversation beside caller and counsellor, and who is on their way. */
export type Company = {
  /** Colleagues who have joined. */
  readonly readers: readonly UserId[];
  readonly coming: ComingColleague | null;
  /** The reader to whom the conversation goes at `!overgenomen`; both are present until then (S40). */
  readonly successor: UserId | null;
  readonly helpCall: HelpCall | null;
  /** Whom the caller would rather not have there (R25): for as long as the conversation is open, whoever has it. */
  readonly refused: readonly UserId[];
};

/** Nobody beside caller and counsellor. */
export const noCompany: Company = {
  readers: [],
  coming: null,
  successor: null,
  helpCall: null,
  refused: [],
};

/** Nobody any more, and the caller's no is remembered: the conversation has another counsellor, or waits for one. */
export function companyLeft({ refused }: Company): Company {
  return { ...noCompany, refused };
}

/** The one colleague whom the caller's browser may invite now: the service has given the word (design 6). */
export function inviteeOf({ coming }: Company): UserId | null {
  return coming?.stage === 'sharing' && coming.sharedBy === 'caller' ? coming.colleague : null;
}

/** Who may invite by their own program now, because the caller's browser is away (design 6); nobody once the invitation is seen. */
export function inviterOf({ coming }: Company): UserId | null {
  const mayInvite =
    coming?.stage === 'sharing' && coming.sharedBy === 'counsellor' && coming.invitedAt === null;
  return mayInvite ? coming.askedBy : null;
}

/** The colleague of whom the caller is told before they come, and to whom they may say no (R25). */
export function announcedOf({ coming }: Company): ComingColleague | null {
  return coming === null || coming.stage === 'asked' ? null : coming;
}

/** Whether somebody is to get this conversation: it fills one of their slots as if they had it (S41). */
export function isPromisedTo({ coming, successor }: Company, counsellor: UserId): boolean {
  return successor === counsellor || (coming?.purpose === 'takes-over' && coming.colleague === counsellor);
}
