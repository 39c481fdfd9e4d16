import type { CounsellorEvent, Words } from '../../../scripts/counsellor/events.ts';
import { emptySurroundings, notice, type Surroundings } from '../../../scripts/counsellor/surroundings.ts';

/** The desk of the tests. */
export const desk = '@1712_desk:localhost';
/** The counsellor's own desk room. */
export const ownDesk = '!own';
const caller = '@1712_caller_a:localhost';

/** The surroundings after all that happened. */
export function after(...events: readonly CounsellorEvent[]): Surroundings {
  return events.reduce(notice, emptySurroundings);
}

/** An invitation to a desk room. */
export function invitedToDesk(roomId: string, name: string): CounsellorEvent {
  return { kind: 'invitation', roomId, name, inviter: desk };
}

/** An invitation to a conversation. */
export function invitedTo(caseNumber: string): CounsellorEvent {
  return {
    kind: 'invitation',
    roomId: `!${caseNumber}`,
    name: `Gesprek ${caseNumber}`,
    inviter: '@1712:localhost',
  };
}

/** The counsellor is in a conversation now. */
export function enteredConversation(caseNumber: string): CounsellorEvent {
  return { kind: 'entered', roomId: `!${caseNumber}`, name: `Gesprek ${caseNumber}`, isDesk: false };
}

/** The counsellor is out of a conversation, by the service unless it was their own doing. */
export function removedFrom(
  caseNumber: string,
  more: { isOwnDoing?: boolean; reason?: string } = {},
): CounsellorEvent {
  const { isOwnDoing = false, reason = '' } = more;
  return { kind: 'removed', roomId: `!${caseNumber}`, name: `Gesprek ${caseNumber}`, reason, isOwnDoing };
}

/** The desk says something in the own desk room. */
export function deskSays(body: string, more: Partial<Words> = {}): Words {
  return {
    kind: 'words',
    roomId: ownDesk,
    eventId: '$1',
    sender: desk,
    body,
    isMention: false,
    isAutomatic: false,
    edits: null,
    ...more,
  };
}

/** A card with a hand; it rings when it mentions. */
export function card(eventId: string, isMention: boolean): Words {
  return deskSays('✋ Iemand wacht · gesprek 4711', { eventId, isMention });
}

/** The caller of a conversation writes. */
export function callerSays(caseNumber: string, body: string, eventId = '$c'): Words {
  return deskSays(body, { roomId: `!${caseNumber}`, sender: caller, eventId });
}
