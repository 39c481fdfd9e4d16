import type { DeskCommand } from '../domain/desk-command.ts';
import { parseDeskCommand } from '../domain/parse-desk-command.ts';
import { careFor } from '../domain/obeying.ts';
import type { EventId, RoomId, UserId } from '../domain/ids.ts';
import { rosterMember, type RosterMember } from '../domain/roster.ts';
import { answerCall, type CallAnswer } from './answer-call.ts';
import { writeOnContactForm, type AnswerContactFormDependencies } from './answer-contact-form.ts';
import { answerOnce } from './answer-once.ts';
import { answerTalk } from './answer-talk.ts';
import { askColleague } from './ask-colleague.ts';
import { askToOffboard } from './ask-to-offboard.ts';
import { blockCaller, type BlockCallerDependencies } from './block-caller.ts';
import { callForHelp } from './call-for-help.ts';
import { beginContactForm, beginPhoneForm } from './begin-contact-form.ts';
import { closeHelpline, type CloseHelplineDependencies } from './close-helpline.ts';
import { confirmIdentity } from './confirm-identity.ts';
import { endOwnConversation, type EndOwnConversationDependencies } from './end-own-conversation.ts';
import { giveSnippet, type GiveSnippetDependencies } from './give-snippet.ts';
import { goOn } from './go-on.ts';
import { goOnDuty } from './go-on-duty.ts';
import { leaveDuty } from './leave-duty.ts';
import { obeyKnownKeys } from './obey-known-keys.ts';
import { liftBlock } from './lift-block.ts';
import { nameCodeWord, type NameCodeWordDependencies } from './name-code-word.ts';
import { noteDossier } from './note-dossier.ts';
import { openHelpline } from './open-helpline.ts';
import { passRing } from './pass-ring.ts';
import { reopenConversation } from './reopen-conversation.ts';
import { reportFeedback } from './report-feedback.ts';
import { reviewConversation } from './review-conversation.ts';
import { shareConversation } from './share-conversation.ts';
import { roundOff } from './round-off.ts';
import { showAddress, type ShowAddressDependencies } from './show-address.ts';
import { takeConversation, type CardChoice, type TakeConversationDependencies } from './take-conversation.ts';
import { stopAllConversations } from './stop-all-conversations.ts';
import { takeOverConversation } from './take-over-conversation.ts';
import { tellStanding } from './tell-standing.ts';
import { tellUnregistered } from './tell-unregistered.ts';
import { tellWhoIsOnDuty } from './tell-who-is-on-duty.ts';

/** What carrying out a command of the desk needs. */
export interface RunDeskCommandDependencies
  extends
    TakeConversationDependencies,
    CloseHelplineDependencies,
    EndOwnConversationDependencies,
    BlockCallerDependencies,
    NameCodeWordDependencies,
    AnswerContactFormDependencies,
    GiveSnippetDependencies,
    ShowAddressDependencies {}

/** Somebody wrote in a desk room, own or team's. */
export type DeskText = {
  readonly sender: UserId;
  readonly body: string;
  readonly eventId: EventId;
  readonly roomId: RoomId;
};

/**
 * Carries out what somebody wrote in a desk room (design 7), once for each event. Whatever room it was written in, the
 * answer comes in their own desk room. What begins without `!` answers the form that is open, or is told whom it does not reach.
 */
export async function runDeskCommand(
  dependencies: RunDeskCommandDependencies,
  text: DeskText,
): Promise<void> {
  const { sender, eventId, roomId, body } = text;
  const member = rosterMember(dependencies.roster, sender);
  if (member === undefined) {
    await answerOnce(dependencies, { to: sender, eventId }, () => {
      return { kind: 'refusal', refusal: { code: 'not-in-roster' } };
    });
    return;
  }
  const parsed = parseDeskCommand(body);
  if (parsed.ok) {
    const care = careFor(parsed.value.name);
    if (!(await obeyKnownKeys(dependencies, { sender, eventId, care, by: 'command' }))) return;
    await carryOut(dependencies, { command: parsed.value, member, eventId, roomId });
  } else if (parsed.problem.code === 'no-command') {
    const place = { roomId, eventId };
    if (await writeOnContactForm(dependencies, { sender, place, body })) return;
    await answerTalk(dependencies, { sender, place, meant: parsed.problem.meant });
  } else {
    const { problem } = parsed;
    await answerOnce(dependencies, { to: sender, eventId }, () => ({ kind: 'command-problem', problem }));
  }
}

type CommandName = DeskCommand['name'];

type Given<Name extends CommandName> = {
  readonly command: DeskCommand & { readonly name: Name };
  readonly member: RosterMember;
  readonly eventId: EventId;
  /** Where it was written. */
  readonly roomId: RoomId;
};

type Handlers = {
  readonly [Name in CommandName]: (
    dependencies: RunDeskCommandDependencies,
    given: Given<Name>,
  ) => Promise<unknown>;
};

/** What each command does. */
const handlers: Handlers = {
  on: goOnDuty,
  off: (needs, { member, eventId }) => leaveDuty(needs, { member, eventId, state: 'off' }),
  pause: (needs, { member, eventId }) => leaveDuty(needs, { member, eventId, state: 'paused' }),
  who: tellWhoIsOnDuty,
  help: (needs, { member, eventId }) =>
    answerOnce(needs, { to: member.userId, eventId }, () => {
      return { kind: 'help', isCoordinator: member.role === 'coordinator' };
    }),
  take: async (needs, given) =>
    (await answerCall(needs, callAnswer(given))) ||
    (await takeConversation(needs, { ...cardChoice(given), reason: given.command.reason })),
  pass: async (needs, given) =>
    (await answerCall(needs, callAnswer(given))) || (await passRing(needs, cardChoice(given))),
  end: (needs, { member, eventId, command }) =>
    endOwnConversation(needs, { member, eventId, caseNumber: command.caseNumber }),
  transfer: (needs, { member, eventId, command: { who, caseNumber } }) =>
    askColleague(needs, { member, eventId, who, caseNumber, purpose: 'takes-over' }),
  consult: (needs, { member, eventId, command: { who, caseNumber } }) =>
    askColleague(needs, { member, eventId, who, caseNumber, purpose: 'reads-along' }),
  'taken-over': (needs, { member, eventId, command: { caseNumber } }) =>
    takeOverConversation(needs, { member, eventId, caseNumber }),
  backup: (needs, { member, eventId, command: { caseNumber } }) =>
    callForHelp(needs, { member, eventId, caseNumber }),
  block: (needs, { member, eventId, command }) =>
    blockCaller(needs, { member, eventId, caseNumber: command.caseNumber, reason: command.reason }),
  unblock: (needs, { member, eventId, command }) =>
    liftBlock(needs, { member, eventId, caseNumber: command.caseNumber }),
  address: (needs, { member, eventId, command: { caseNumber, reason } }) =>
    showAddress(needs, { member, eventId, caseNumber, reason }),
  'code-word': (needs, { member, eventId, roomId, command: { codeWord } }) =>
    nameCodeWord(needs, { member, eventId, codeWord, place: { roomId, eventId } }),
  'round-off': (needs, { member, eventId, command }) =>
    roundOff(needs, { member, eventId, which: { caseNumber: command.caseNumber } }),
  'go-on': (needs, { member, eventId, command }) => goOn(needs, { member, eventId, going: command }),
  snippet: (needs, { member, eventId, command }) =>
    giveSnippet(needs, { member, eventId, name: command.snippet }),
  reopen: (needs, { member, eventId, command }) =>
    reopenConversation(needs, { member, eventId, caseNumber: command.caseNumber, reason: command.reason }),
  share: (needs, { member, eventId, command }) =>
    shareConversation(needs, { member, eventId, caseNumber: command.caseNumber, who: command.who }),
  looked: (needs, { member, eventId, command }) =>
    reviewConversation(needs, { member, eventId, caseNumber: command.caseNumber }),
  register: (needs, { member, eventId, command }) =>
    beginContactForm(needs, { member, eventId, caseNumber: command.caseNumber }),
  unregistered: tellUnregistered,
  phone: beginPhoneForm,
  dossier: noteDossier,
  state: tellStanding,
  'stop-all': (needs, { member, eventId, command }) =>
    stopAllConversations(needs, { member, eventId, reason: command.reason }),
  offboard: (needs, { member, eventId, command }) =>
    askToOffboard(needs, { member, eventId, who: command.who }),
  close: (needs, { member, eventId, command }) => closeHelpline(needs, { member, eventId, closing: command }),
  open: openHelpline,
  confirm: (needs, { member, eventId, command }) =>
    confirmIdentity(needs, { member, eventId, who: command.who, code: command.code }),
  feedback: (needs, { member, eventId, command }) =>
    reportFeedback(needs, { member, eventId, of: command.of }),
};

function carryOut<Name extends CommandName>(
  dependencies: RunDeskCommandDependencies,
  given: Given<Name>,
): Promise<unknown> {
  const name: Name = given.command.name;
  return handlers[name](dependencies, given);
}

function cardChoice({ member, eventId, command }: Given<'take' | 'pass'>): CardChoice {
  return { counsellor: member.userId, which: { caseNumber: command.caseNumber }, eventId };
}

/** A number, or nothing, may also mean the card that asks a colleague to come. */
function callAnswer({ member, eventId, command }: Given<'take' | 'pass'>): CallAnswer {
  const isComing = command.name === 'take';
  return { colleague: member.userId, eventId, which: { caseNumber: command.caseNumber }, isComing };
}
