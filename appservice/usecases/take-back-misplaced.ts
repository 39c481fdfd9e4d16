import { isIn } from '../domain/company-transitions.ts';
import type { EventPlace } from '../domain/conversation.ts';
import type { CaseNumber, UserId } from '../domain/ids.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { ConversationWords } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { ActionOutcome } from './action-outcome.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What taking back a misplaced command needs. */
export interface TakeBackMisplacedDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly roster: Roster;
  readonly words: ConversationWords;
}

const nothingSent = { ok: true, sent: null } as const;

/**
 * Takes a line for the desk out of a conversation's room, and rings for whoever wrote it (design 7). That it was one is a
 * browser's word: so only what a colleague wrote in this very conversation is taken back, never a caller's words.
 */
export async function takeBackMisplaced(
  dependencies: TakeBackMisplacedDependencies,
  { key, place }: { readonly key: string; readonly place: EventPlace },
): Promise<ActionOutcome> {
  const { steps, unitOfWork, words } = dependencies;
  const writer = await steps.step('action.looked-up', () => words.writerOf(place));
  if (writer === undefined) return nothingSent;
  const caseNumber = await steps.step('action.looked-up', () =>
    unitOfWork.read((registers) => conversationOf(registers, place, writer)),
  );
  if (caseNumber === undefined) return nothingSent;
  await steps.step('action.carried-out', () => words.takeBack({ of: place, key }));
  await steps.step('action.carried-out', () =>
    unitOfWork.run((registers) => tellWriter(registers, dependencies, { key, writer, caseNumber })),
  );
  return nothingSent;
}

/** The number of the conversation of a room, when this person is in it or has been, as a colleague. */
async function conversationOf(
  { conversations, participants }: Registers,
  { roomId }: EventPlace,
  writer: UserId,
): Promise<CaseNumber | undefined> {
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined || writer === conversation.caller) return undefined;
  const been = await participants.of(conversation.conversationId);
  return isIn(conversation, writer) || been.includes(writer) ? conversation.caseNumber : undefined;
}

async function tellWriter(
  registers: Registers,
  { roster }: TakeBackMisplacedDependencies,
  told: { readonly key: string; readonly writer: UserId; readonly caseNumber: CaseNumber },
): Promise<void> {
  const { key, writer, caseNumber } = told;
  if (rosterMember(roster, writer) === undefined) return;
  await recordDeskMessage(registers, {
    to: { own: writer },
    key: actionKeys.edit(key, 'told'),
    message: { kind: 'misplaced', caseNumber },
    mention: writer,
  });
}
