import { announcedOf, inviteeOf, type CompanyPurpose } from '../domain/company.ts';
import { counsellorOf, type Conversation, type EndedBy, type Phase } from '../domain/conversation.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { placeInQueue, type WaitingRoom } from '../domain/waiting-room.ts';
import { isRoundingOff } from '../domain/rhythm-notes.ts';
import { rosterMember, type Organisation, type Roster } from '../domain/roster.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';

/** What viewing a conversation needs. */
export interface ViewConversationDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly roster: Roster;
  readonly waitingRoom: WaitingRoom;
}

/** Somebody of the helpline with their pinned identity, as a caller may know them. */
type Pinned = {
  readonly userId: UserId;
  readonly masterKey: string;
  readonly organisation: Organisation;
};

/** How a conversation stands, as its caller may know it. */
export type ConversationStanding = {
  readonly version: number;
  /** While room and keys are being made the caller waits already. */
  readonly phase: Exclude<Phase['name'], 'starting'>;
  /** From 180 s of waiting on (S41), and at once in the waiting room. */
  readonly takesLong: boolean;
  /** In the waiting room (S39); null when somebody is asked for them. */
  readonly place: number | null;
  /** Who has it, with the pinned identity; null without one, because no key may go to somebody who is not pinned. */
  readonly counsellor: Pinned | null;
  /** Colleagues who have joined (R25). */
  readonly readers: readonly Pinned[];
  /** Who will come, and whom the caller may refuse until they are in (design 6). */
  readonly announced: (Pinned & { readonly purpose: CompanyPurpose; readonly mayBeRefused: true }) | null;
  /** The word to the caller's browser to invite them and share the history. */
  readonly handOver: { readonly userId: UserId } | null;
  readonly endedBy: EndedBy | null;
  /** From the fiftieth minute of talking on (R15). */
  readonly isRoundingOff: boolean;
  /** Their program has not been seen for a while (S42). */
  readonly isCounsellorAway: boolean;
};

/** How a conversation stands; undefined when there is none. */
export async function viewConversation(
  { unitOfWork, roster, waitingRoom }: ViewConversationDependencies,
  conversationId: ConversationId,
): Promise<ConversationStanding | undefined> {
  return await unitOfWork.read(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined) return undefined;
    const version = await registers.conversations.version(conversationId);
    const { phase } = conversation;
    const place = await placeOf(registers, { roster, waitingRoom }, conversation);
    return {
      version,
      phase: phase.name === 'starting' ? 'waiting' : phase.name,
      takesLong: (phase.name === 'waiting' && phase.callerToldAt !== null) || place !== null,
      place,
      counsellor: await pinned(registers, roster, counsellorOf(phase)),
      ...(await viewCompany(registers, roster, conversation)),
      endedBy: phase.name === 'ended' ? phase.by : null,
      isRoundingOff: isRoundingOff(conversation),
      isCounsellorAway: conversation.toldConnection?.isCounsellorAway ?? false,
    };
  });
}

async function placeOf(
  registers: Registers,
  { roster, waitingRoom }: Pick<ViewConversationDependencies, 'roster' | 'waitingRoom'>,
  conversation: Conversation,
): Promise<number | null> {
  if (waitingRoom.size === 0) return null;
  const openConversations = await registers.conversations.open();
  const duties = await registers.duties.all();
  return placeInQueue(waitingRoom, conversation, { openConversations, roster, duties });
}

async function viewCompany(
  registers: Registers,
  roster: Roster,
  { company }: Conversation,
): Promise<Pick<ConversationStanding, 'readers' | 'announced' | 'handOver'>> {
  const readers: Pinned[] = [];
  for (const reader of company.readers) {
    const known = await pinned(registers, roster, reader);
    if (known !== null) readers.push(known);
  }
  const coming = announcedOf(company);
  const colleague = await pinned(registers, roster, coming?.colleague);
  const announced = coming &&
    colleague && { ...colleague, purpose: coming.purpose, mayBeRefused: true as const };
  const invitee = inviteeOf(company);
  return { readers, announced, handOver: announced && invitee && { userId: invitee } };
}

async function pinned(
  registers: Registers,
  roster: Roster,
  userId: UserId | undefined,
): Promise<Pinned | null> {
  if (userId === undefined) return null;
  const member = rosterMember(roster, userId);
  const masterKey = (await registers.duties.find(userId))?.pinnedMasterKey ?? null;
  if (member === undefined || masterKey === null) return null;
  return { userId, masterKey, organisation: member.organisation };
}
