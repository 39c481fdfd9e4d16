import type { Company } from './company.ts';
import type { ToldConnection } from './connection.ts';
import type { CaseNumber, ConversationId, DeviceId, EventId, RoomId, TeamId, UserId } from './ids.ts';
import type { Rhythm } from './rhythm.ts';
import type { Province } from './roster.ts';
import type { Instant } from './time.ts';

/** A language the caller's side is complete in (R7). */
export const languages = ['nl', 'en', 'fr'] as const;

/** A language the caller's side is complete in (R7). */
export type Language = (typeof languages)[number];

/**
 * Who ended a conversation: either side, the caller's quick exit (S3), five minutes without connection (R16, design 14),
 * a start that failed half-way, an encryption that never came about (the counsellor is told which), a block (R35), or a
 * coordinator who ends all conversations (S37).
 */
export type EndedBy = 'caller' | 'counsellor' | 'exit' | 'gone' | 'failure' | 'blocked' | 'coordinator';

/** Why a taken conversation went back to the pool (design 5.6, 5.7). */
export type ReturnReason =
  | 'not-joined'
  /** The invitation was refused. */
  | 'declined'
  | 'no-device'
  | 'silent'
  | 'left'
  | 'identity-changed'
  /** They work here no more (S30). */
  | 'offboarded';

/** A card with a hand that lies before one counsellor; exactly one at a time per conversation (design 5.6). */
export type Ring = {
  readonly counsellor: UserId;
  /** When the ring was decided. */
  readonly since: Instant;
};

/** In the pool: waits for somebody who takes it. */
export type Waiting = {
  readonly name: 'waiting';
  /** Start of the clocks of 60 s and 180 s; goes on from the press when a conversation returns to the pool. */
  readonly since: Instant;
  readonly ring: Ring | null;
  /** Everybody who passed, missed or gave back, in order: they are not rung again for this conversation. */
  readonly asked: readonly UserId[];
  /** From 60 s on the card also lies in team desk rooms; since when, null before. */
  readonly teamCardSince: Instant | null;
  /** When the caller was told that it takes long (180 s, S41), null before. */
  readonly callerToldAt: Instant | null;
};

/** Who took a conversation, and when: a second take by the same person is told apart by it. */
export type Take = { readonly counsellor: UserId; readonly takenAt: Instant };

/** Somebody took it and is invited, but is not in the room yet. */
export type Taken = Take & {
  readonly name: 'taken';
  /** Start of the clock of 30 s; begins anew after an absence of the service, unlike `takenAt`. */
  readonly since: Instant;
  /** As in `Waiting`; kept for the case that it returns to the pool. */
  readonly asked: readonly UserId[];
};

/** The counsellor is in the room, but has not spoken yet. */
export type Joined = Take & {
  readonly name: 'joined';
  readonly since: Instant;
  /** When the silent counsellor was nudged (120 s), null before. */
  readonly nudgedAt: Instant | null;
  /** As in `Waiting`; kept for the case that it returns to the pool. */
  readonly asked: readonly UserId[];
};

/** Both have the floor. */
export type Talking = Take & {
  readonly name: 'talking';
  readonly since: Instant;
  /** As in `Waiting`; kept for the case that it returns to the pool. */
  readonly asked: readonly UserId[];
};

/** Over; what stays is erased by its due date (R61). */
export type Ended = {
  readonly name: 'ended';
  readonly by: EndedBy;
  readonly at: Instant;
  /** A counsellor was in the room: only then is there something to ask about (R37). */
  readonly wasAttended: boolean;
};

/**
 * A slot is reserved. The room is being made, then the caller's browser sets up its keys (design 5.3, 4): words of a counsellor
 * who spoke before that could never be read, because current clients send no keys to a device that is not cross-signed (MSC4153).
 */
export type Starting = { readonly name: 'starting'; readonly since: Instant };

/** Where a conversation is in its life. */
export type Phase = Starting | Waiting | Taken | Joined | Talking | Ended;

/** One conversation as the service knows it: nothing of what is said, nothing that leads to the caller in clear. */
export type Conversation = {
  readonly conversationId: ConversationId;
  readonly caseNumber: CaseNumber;
  readonly caller: UserId;
  readonly callerDevice: DeviceId;
  /** Null until the homeserver has made it. */
  readonly roomId: RoomId | null;
  /** Worked out in the browser (R20); null when not said or outside Flanders. */
  readonly province: Province | null;
  readonly language: Language;
  readonly noticeVersion: string;
  readonly createdAt: Instant;
  /** Last sign of life of the caller's browser. */
  readonly lastContactAt: Instant;
  /** Since when the caller's browser says that no key reached a signed device of the counsellor (design 5.7). */
  readonly unsecuredSince: Instant | null;
  readonly phase: Phase;
  /** The one team that is responsible for it, from the first take on; it goes along at a hand-over (R80). */
  readonly controller: TeamId | null;
  readonly company: Company;
  readonly rhythm: Rhythm;
  /** Null before anybody has it. */
  readonly toldConnection: ToldConnection | null;
};

/** The counsellor who has the conversation, in the phases that have one. */
export function counsellorOf(phase: Phase): UserId | undefined {
  switch (phase.name) {
    case 'taken':
    case 'joined':
    case 'talking':
      return phase.counsellor;
    case 'starting':
    case 'waiting':
    case 'ended':
      return undefined;
  }
}

/** The take by which the counsellor of the conversation has it, in the phases that have one. */
export function takeOf(phase: Phase): Take | undefined {
  return 'takenAt' in phase ? phase : undefined;
}

/** Whether the conversation is over. */
export function hasEnded(conversation: Conversation): boolean {
  return conversation.phase.name === 'ended';
}

/** The event of a desk card or a room message, with the room it is in. */
export type EventPlace = { readonly roomId: RoomId; readonly eventId: EventId };
