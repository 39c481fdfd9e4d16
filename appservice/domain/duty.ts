import type { UserId } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import type { RosterMember } from './roster.ts';
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
  /** When a coordinator ended their work here (S30); null while they work here. */
  readonly offboardedAt: Instant | null;
};

/** Why somebody may not go on duty (design 4); the desk says what is missing. */
export type DutyRefusal = {
  readonly code: 'not-in-roster' | 'no-cross-signing' | 'no-signed-device' | 'identity-changed';
};

/** What the homeserver says of a counsellor's cross-signing identity, fresh (MSC1756, MSC4153). */
export type SeenIdentity = {
  /** Public part of the master key, unpadded base64; null when there is none. */
  readonly masterKey: string | null;
  /** Devices signed by their own identity. */
  readonly signedDevices: number;
  /** Session keys (ed25519, unpadded base64) of those of them that signed the master key in turn: what Element shows there vouches for it. */
  readonly sessionKeys: readonly string[];
};

/** Who asks to go on duty, and what is known of them. */
export type DutyRequest = {
  /** Undefined for somebody who is not in the roster. */
  readonly member: RosterMember | undefined;
  readonly identity: SeenIdentity;
  /** Undefined for somebody who was never on duty. */
  readonly duty: CounsellorDuty | undefined;
};

/**
 * Whether somebody may go on duty: in the roster, with a cross-signed device, and with the identity that was pinned the
 * first time (design 4). On success the master key to pin.
 */
export function mayGoOnDuty(request: DutyRequest): Result<{ readonly pin: string }, DutyRefusal> {
  const { member, identity, duty } = request;
  if (member === undefined || isOffboarded(duty)) return refusal({ code: 'not-in-roster' });
  if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'identity-changed' });
  if (identity.masterKey === null) return refusal({ code: 'no-cross-signing' });
  if (isOtherIdentity(duty, identity.masterKey)) return refusal({ code: 'identity-changed' });
  if (identity.signedDevices < 1) return refusal({ code: 'no-signed-device' });
  return success({ pin: identity.masterKey });
}

/** Whether a master key is another one than the one that was pinned; false as long as none is pinned. */
export function isOtherIdentity(duty: CounsellorDuty | undefined, masterKey: string): boolean {
  const pinned = duty?.pinnedMasterKey ?? null;
  return pinned !== null && pinned !== masterKey;
}

/** On duty, or still on duty: the first time, after a pause, or after having been off, idle from now on. */
export function goOn(
  duty: CounsellorDuty | undefined,
  entry: { readonly counsellor: UserId; readonly pin: string; readonly now: Instant },
): CounsellorDuty {
  if (duty?.state === 'on') return duty;
  return {
    counsellor: entry.counsellor,
    state: 'on',
    since: entry.now,
    idleSince: entry.now,
    pinnedMasterKey: duty?.pinnedMasterKey ?? entry.pin,
    unconfirmedMasterKey: duty?.unconfirmedMasterKey ?? null,
    offboardedAt: null,
  };
}

/** Off duty: by `!uit`, at closing time, or unseen. Running conversations go on. */
export function goOff(duty: CounsellorDuty, now: Instant): CounsellorDuty {
  return duty.state === 'off' ? duty : { ...duty, state: 'off', since: now };
}

/** Paused after a missed ring. Who is off stays off, and who is paused already stays so since then. */
export function pause(duty: CounsellorDuty, now: Instant): CounsellorDuty {
  return duty.state === 'on' ? { ...duty, state: 'paused', since: now } : duty;
}

/** Paused by `!pauze`: from now on it is their own wish, also where a missed ring had paused them before. */
export function pauseByWish(duty: CounsellorDuty, now: Instant): CounsellorDuty {
  return duty.state === 'off' ? duty : { ...duty, state: 'paused', since: now };
}

/** They gave up or ended a conversation: from now on they are idle (the longest idle rings first). */
export function becomeIdle(duty: CounsellorDuty, now: Instant): CounsellorDuty {
  return { ...duty, idleSince: now };
}

/** Another master key than the pinned one was seen: off duty until a coordinator confirms it (design 4). */
export function suspectIdentity(duty: CounsellorDuty, masterKey: string, now: Instant): CounsellorDuty {
  return { ...goOff(duty, now), unconfirmedMasterKey: masterKey };
}

/** A coordinator confirms the identity that is there now (`!bevestig`): it is pinned; going on duty is the counsellor's own step. */
export function confirmIdentity(
  duty: CounsellorDuty | undefined,
  masterKey: string,
): Result<CounsellorDuty, { readonly code: 'nothing-to-confirm' }> {
  if (duty === undefined || duty.unconfirmedMasterKey === null) {
    return refusal({ code: 'nothing-to-confirm' });
  }
  return success({
    ...duty,
    pinnedMasterKey: masterKey,
    unconfirmedMasterKey: null,
  });
}

/** Pins the identity of somebody who was never on duty, at their first command. */
export function pinIdentity(
  duty: CounsellorDuty | undefined,
  entry: { readonly counsellor: UserId; readonly pin: string; readonly now: Instant },
): CounsellorDuty {
  const { counsellor, pin, now } = entry;
  if (duty !== undefined) return { ...duty, pinnedMasterKey: duty.pinnedMasterKey ?? pin };
  return {
    counsellor,
    state: 'off',
    since: now,
    idleSince: never,
    pinnedMasterKey: pin,
    unconfirmedMasterKey: null,
    offboardedAt: null,
  };
}

/** Whether somebody never came on duty until now. */
export function isNewToDuty(duty: CounsellorDuty | undefined): boolean {
  return duty === undefined || duty.pinnedMasterKey === null || duty.idleSince === never;
}

const never: Instant = 0;

/** They work here no more (S30): off duty for good, and no identity of theirs counts. */
export function offboard(counsellor: UserId, duty: CounsellorDuty | undefined, now: Instant): CounsellorDuty {
  return {
    counsellor,
    state: 'off',
    since: duty?.state === 'off' ? duty.since : now,
    idleSince: duty?.idleSince ?? now,
    pinnedMasterKey: null,
    unconfirmedMasterKey: null,
    offboardedAt: duty?.offboardedAt ?? now,
  };
}

/** Whether somebody was offboarded, whatever the configuration still says. */
export function isOffboarded(duty: CounsellorDuty | undefined): boolean {
  return duty !== undefined && duty.offboardedAt !== null;
}

/** Whether the identity of this person is known and nobody has to confirm it: only then may keys go to them (design 4). */
export function hasSafeIdentity(duty: CounsellorDuty | undefined): boolean {
  return duty?.pinnedMasterKey != null && !hasUnconfirmedIdentity(duty);
}

/** Whether another identity than the pinned one was seen, and nobody has confirmed it yet (design 4). */
export function hasUnconfirmedIdentity(duty: CounsellorDuty | undefined): boolean {
  return duty !== undefined && duty.unconfirmedMasterKey !== null;
}
