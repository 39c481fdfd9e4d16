import type { UserId } from './ids.ts';
import type { Instant } from './time.ts';

/** `paused` is by own wish or after a missed ring; running conversations go on in all three (design 7). */
export type DutyState = 'on' | 'off' | 'paused';

/** Why duty ended or paused without the counsellor's own word; the desk tells them. */
export type DutyEndReason = 'closing-time' | 'unseen' | 'missed-ring' | 'identity-changed';

/** What is known of one counsellor at the desk. */
export type CounsellorDuty = {
  readonly counsellor: UserId;
  readonly state: DutyState;
  /** When the state began. */
  readonly since: Instant;
  /** When they last gave up or ended a conversation, or came on duty: the longest idle rings first. */
  readonly idleSince: Instant;
  /** Cross-signing master key (unpadded base64), pinned when first seen on duty; null before (design 4). */
  readonly pinnedMasterKey: string | null;
  /** A different master key was seen; off duty until a coordinator confirms it by `!bevestig` (design 4). */
  readonly unconfirmedMasterKey: string | null;
};
