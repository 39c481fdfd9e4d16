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
  /** When the stage began. */
  readonly since: Instant;
  /** The caller's browser invites and shares; while it is away the counsellor's own program does (design 6). */
  readonly sharedBy: 'caller' | 'counsellor';
};

/** Who is in a conversation beside caller and counsellor, and who is on their way. */
export type Company = {
  /** Colleagues who have joined. */
  readonly readers: readonly UserId[];
  readonly coming: ComingColleague | null;
  /** The reader to whom the conversation goes at `!overgenomen`; both are present until then (S40). */
  readonly successor: UserId | null;
};

/** Nobody beside caller and counsellor. */
export const noCompany: Company = { readers: [], coming: null, successor: null };

/** The one colleague whom the caller's browser may invite now: the service has given the word (design 6). */
export function inviteeOf({ coming }: Company): UserId | null {
  return coming?.stage === 'sharing' && coming.sharedBy === 'caller' ? coming.colleague : null;
}
