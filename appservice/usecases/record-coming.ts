import type { ComingColleague } from '../domain/company.ts';
import { comeIn, seeInvitation, shareHistory } from '../domain/company-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import {
  cardOfComing,
  cardOfHelpCall,
  nameOf,
  namedFor,
  recordCompanyCardChange,
  recordCompanyNews,
  type CompanyScene,
} from './record-company-messages.ts';
import {
  recordHelpCallOver,
  recordInviteRightOver,
  recordRoomAction,
  recordStopComing,
} from './record-company-over.ts';

/**
 * Records that a colleague said yes: their card and the counsellor are told, other cards are over, and the room is made ready for
 * somebody who was in it before (`prepareReturn`), ahead of the invitation.
 */
export async function recordComing(
  registers: Registers,
  scene: CompanyScene,
  { before, after }: { readonly before: Conversation; readonly after: Conversation },
): Promise<void> {
  const { coming } = after.company;
  if (coming === null) return;
  const { colleague, purpose } = coming;
  const { coming: asked, helpCall } = before.company;
  if (asked !== null && asked.colleague !== colleague) {
    const card = cardOfComing(before, asked);
    await recordCompanyCardChange(registers, scene, { card, state: 'withdrawn' });
  }
  const isHelp = helpCall !== null && after.company.helpCall === null;
  if (isHelp) {
    await recordHelpCallOver(registers, scene, { conversation: before, helpCall, except: colleague });
  }
  const card = isHelp ? cardOfHelpCall(after, helpCall, colleague) : cardOfComing(after, coming);
  await recordCompanyCardChange(registers, scene, { card, state: 'coming' });
  const { caseNumber } = after;
  const named = namedFor(scene.roster, colleague, coming.askedBy);
  await recordCompanyNews(registers, after, {
    to: coming.askedBy,
    message: { code: 'coming', caseNumber, purpose, ...named },
    isRinging: isHelp,
  });
  await recordRoomAction(registers, after, (roomId) => ({
    kind: 'prepare-return',
    roomId,
    counsellor: colleague,
  }));
}

/** Records a no: of whoever was asked, also of one who had said yes, or of a coordinator who was called. */
export async function recordPassed(
  registers: Registers,
  scene: CompanyScene,
  { conversation, colleague }: { readonly conversation: Conversation; readonly colleague: UserId },
): Promise<void> {
  const { coming, helpCall } = conversation.company;
  if (coming?.colleague === colleague) {
    await recordStopComing(registers, scene, { conversation, why: 'declined' });
  } else if (helpCall !== null) {
    const card = cardOfHelpCall(conversation, helpCall, colleague);
    await recordCompanyCardChange(registers, scene, { card, state: 'declined' });
  }
}

/** Gives the word to share: to the caller's browser, or to the counsellor with the words to write (design 6). */
export async function recordShare(
  registers: Registers,
  scene: CompanyScene,
  share: { readonly conversation: Conversation; readonly by: ComingColleague['sharedBy'] },
): Promise<void> {
  const { conversation, by } = share;
  const shared = shareHistory(conversation, by, scene.now);
  const { coming } = conversation.company;
  if (!shared.ok || coming === null) return;
  await registers.conversations.save(shared.value);
  if (by === 'caller') return;
  const { caseNumber, conversationId, roomId } = conversation;
  if (roomId !== null) {
    const version = await registers.conversations.version(conversationId);
    await registers.actions.enqueue({
      key: actionKeys.change(conversationId, 'grant-invite', version),
      lane: actionLanes.room(roomId),
      conversationId,
      action: { kind: 'grant-invite', roomId, counsellor: coming.askedBy },
    });
  }
  const who = nameOf(scene.roster, coming.colleague);
  await recordCompanyNews(registers, conversation, {
    to: coming.askedBy,
    message: { code: 'share-now', caseNumber, who, colleague: coming.colleague },
    isRinging: true,
  });
}

/** Records that the invitation was seen in the room: a counsellor who had the right to invite has it no more. */
export async function recordInvitationSeen(
  registers: Registers,
  scene: CompanyScene,
  { conversation, colleague }: { readonly conversation: Conversation; readonly colleague: UserId },
): Promise<void> {
  const { coming } = conversation.company;
  const seen = seeInvitation(conversation, colleague, scene.now);
  if (!seen.ok || coming === null) return;
  await registers.conversations.save(seen.value);
  if (coming.sharedBy === 'caller') return;
  await recordInviteRightOver(registers, conversation, coming);
  const who = nameOf(scene.roster, colleague);
  const { caseNumber } = conversation;
  await recordCompanyNews(registers, conversation, {
    to: coming.askedBy,
    message: { code: 'invitation-seen', caseNumber, who },
  });
}

/** Records that the colleague is in the room. */
export async function recordCame(
  registers: Registers,
  scene: CompanyScene,
  { conversation, colleague }: { readonly conversation: Conversation; readonly colleague: UserId },
): Promise<void> {
  const { coming, helpCall } = conversation.company;
  const came = comeIn(conversation, colleague);
  if (!came.ok || coming === null) return;
  await registers.conversations.save(came.value);
  if (coming.sharedBy === 'counsellor') await recordInviteRightOver(registers, conversation, coming);
  if (helpCall !== null && came.value.company.helpCall === null) {
    await recordHelpCallOver(registers, scene, { conversation, helpCall });
  }
  const card = cardOfComing(conversation, coming);
  await recordCompanyCardChange(registers, scene, { card, state: 'came' });
  const { caseNumber, conversationId } = conversation;
  const named = namedFor(scene.roster, colleague, coming.askedBy);
  await recordCompanyNews(registers, conversation, {
    to: coming.askedBy,
    message: { code: 'came', caseNumber, purpose: coming.purpose, ...named },
  });
  const entry = { at: scene.now, act: 'colleague-came', who: colleague, conversationId } as const;
  await registers.audit.append({ ...entry, subject: coming.askedBy, reason: null });
}
