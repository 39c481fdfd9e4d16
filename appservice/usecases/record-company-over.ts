import type { ComingColleague, HelpCall } from '../domain/company.ts';
import { refuseColleague, stopComing, stopReading } from '../domain/company-transitions.ts';
import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { CompanyCardState, NotComing, ReadingOver } from '../domain/desk-messages/company-message.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Action, RemovalReason } from '../ports/actions.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import {
  cardOfComing,
  cardOfHelpCall,
  nameOf,
  recordCompanyCardChange,
  recordCompanyNews,
  type CompanyScene,
} from './record-company-messages.ts';
import { recordDeparture } from './record-departure.ts';

/**
 * Nobody is on their way any more: the card says why, an invitation that was sent is withdrawn, a right to invite is taken back,
 * and the counsellor is told. False when nobody was.
 */
export async function recordStopComing(
  registers: Registers,
  scene: CompanyScene,
  stop: { readonly conversation: Conversation; readonly why: NotComing },
): Promise<boolean> {
  const { conversation, why } = stop;
  const { coming } = conversation.company;
  const stopped = why === 'caller-refused' ? refuseColleague(conversation) : stopComing(conversation);
  if (coming === null || !stopped.ok) return false;
  await registers.conversations.save(stopped.value);
  await recordComingOver(registers, scene, { conversation, coming, state: why });
  const who = nameOf(scene.roster, coming.colleague);
  const { caseNumber } = conversation;
  await recordCompanyNews(registers, conversation, {
    to: coming.askedBy,
    message: { code: 'not-coming', caseNumber, who, purpose: coming.isHelp ? 'help' : coming.purpose, why },
    isRinging: coming.isHelp,
  });
  if (why === 'caller-refused') await recordUnwanted(registers, scene, { conversation, coming });
  return true;
}

/** That the caller said no is audited, because it holds for as long as the conversation does (R25, S32). */
async function recordUnwanted(
  registers: Registers,
  { now }: CompanyScene,
  no: { readonly conversation: Conversation; readonly coming: ComingColleague },
): Promise<void> {
  const { conversationId } = no.conversation;
  const entry = { at: now, act: 'colleague-unwanted', who: no.coming.colleague, conversationId } as const;
  await registers.audit.append({ ...entry, subject: null, reason: null });
}

/** A reader reads no more: they leave the room, and both they and the counsellor are told. False when they did not read. */
export async function recordStopReading(
  registers: Registers,
  { roster, now }: CompanyScene,
  stop: { readonly conversation: Conversation; readonly reader: UserId; readonly why: ReadingOver },
): Promise<boolean> {
  const { conversation, reader, why } = stop;
  const stopped = stopReading(conversation, reader);
  if (!stopped.ok) return false;
  await registers.conversations.save(stopped.value);
  await recordReaderOut(registers, now, stop);
  const { conversationId, caseNumber } = conversation;
  const counsellor = counsellorOf(conversation.phase);
  if (counsellor !== undefined) {
    const who = nameOf(roster, reader);
    await recordCompanyNews(registers, conversation, {
      to: counsellor,
      message: { code: 'reader-gone', caseNumber, who, why },
    });
  }
  const entry = { at: now, act: 'colleague-left', who: reader, conversationId } as const;
  await registers.audit.append({ ...entry, subject: null, reason: null });
  return true;
}

/** Records what follows for company when a conversation is over or goes back to the pool; it is saved already, without company. */
export async function recordCompanyOver(
  registers: Registers,
  scene: CompanyScene,
  over: { readonly conversation: Conversation; readonly why: 'ended' | 'returned' },
): Promise<void> {
  const { conversation, why } = over;
  const { coming, helpCall, readers } = conversation.company;
  if (coming !== null) {
    await recordComingOver(registers, scene, { conversation, coming, state: 'withdrawn' });
  }
  if (helpCall !== null) await recordHelpCallOver(registers, scene, { conversation, helpCall });
  for (const reader of readers) await recordReaderOut(registers, scene.now, { conversation, reader, why });
}

/** Records on the cards of those who have not answered a call for help that it is over. */
export async function recordHelpCallOver(
  registers: Registers,
  scene: CompanyScene,
  over: {
    readonly conversation: Conversation;
    readonly helpCall: HelpCall;
    readonly state?: Extract<CompanyCardState, 'missed' | 'withdrawn'>;
    /** Who comes. */
    readonly except?: UserId;
  },
): Promise<void> {
  const { conversation, helpCall, state = 'withdrawn', except } = over;
  for (const coordinator of helpCall.open.filter((each) => each !== except)) {
    const card = cardOfHelpCall(conversation, helpCall, coordinator);
    await recordCompanyCardChange(registers, scene, { card, state });
  }
}

/** Records that a counsellor may invite by their own program no more. */
export async function recordInviteRightOver(
  registers: Registers,
  conversation: Conversation,
  { askedBy }: ComingColleague,
): Promise<void> {
  await recordRoomAction(registers, conversation, (roomId) => ({
    kind: 'revoke-invite',
    roomId,
    counsellor: askedBy,
  }));
}

/** Records that somebody leaves the room of a conversation, or that their invitation is withdrawn. */
export async function recordOut(
  registers: Registers,
  conversation: Conversation,
  out: { readonly person: UserId; readonly reason: RemovalReason },
): Promise<void> {
  const { person: counsellor, reason } = out;
  await recordRoomAction(registers, conversation, (roomId) => ({
    kind: 'remove',
    roomId,
    counsellor,
    reason,
  }));
}

async function recordComingOver(
  registers: Registers,
  scene: CompanyScene,
  over: {
    readonly conversation: Conversation;
    readonly coming: ComingColleague;
    readonly state: CompanyCardState;
  },
): Promise<void> {
  const { conversation, coming, state } = over;
  const card = cardOfComing(conversation, coming);
  await recordCompanyCardChange(registers, scene, { card, state });
  if (coming.stage !== 'sharing') return;
  if (coming.sharedBy === 'counsellor') await recordInviteRightOver(registers, conversation, coming);
  await recordOut(registers, conversation, { person: coming.colleague, reason: 'withdrawn' });
}

async function recordReaderOut(
  registers: Registers,
  now: Instant,
  out: { readonly conversation: Conversation; readonly reader: UserId; readonly why: ReadingOver },
): Promise<void> {
  const { conversation, reader, why } = out;
  const { caseNumber } = conversation;
  await recordDeparture(registers, now, { conversation, person: reader, wasReading: true });
  await recordCompanyNews(registers, conversation, {
    to: reader,
    message: { code: 'reading-over', caseNumber, why },
  });
  if (why === 'ended') return; // the whole room is emptied
  await recordOut(registers, conversation, { person: reader, reason: 'stopped-reading' });
}

/** Records one thing that is done about one person in the conversation's room, if it has one; once for each of its versions. */
export async function recordRoomAction(
  registers: Registers,
  { conversationId, roomId }: Conversation,
  actionIn: (room: RoomId) => Extract<Action, { readonly counsellor: UserId }>,
): Promise<void> {
  if (roomId === null) return;
  const version = await registers.conversations.version(conversationId);
  const action = actionIn(roomId);
  await registers.actions.enqueue({
    key: actionKeys.change(conversationId, `${action.kind}:${action.counsellor}`, version),
    lane: actionLanes.room(roomId),
    conversationId,
    action,
  });
}
