import { counsellorOf, type Conversation, type EventPlace } from '../domain/conversation.ts';
import type { RecognitionMessage } from '../domain/desk-messages/recognition-message.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';
import { seeIdentity, type CheckIdentitiesDependencies } from './check-identities.ts';
import { earlierWord } from './earlier-word.ts';

/** What telling somebody about their caller needs. */
export interface TellWhoHasItDependencies extends CheckIdentitiesDependencies {
  readonly steps: Steps;
  readonly sender: DeskSender;
  readonly vault: Vault;
}

/** To whom something about a caller is told, by the action with this key. */
export type Telling = {
  readonly key: string;
  readonly conversationId: ConversationId | null;
  readonly reader: UserId;
};

type Outcome =
  { readonly ok: true; readonly sent: EventPlace | null } | { readonly ok: false; readonly code: string };

/** Tells the counsellor who has a conversation who may have called before, as far as that is still to be told. */
export function tellHints(dependencies: TellWhoHasItDependencies, telling: Telling): Promise<Outcome> {
  return tellWhoHasIt(dependencies, telling, async (registers, conversation) => {
    const { conversationId, caseNumber } = conversation;
    const hints = await registers.callerHints.find(conversationId);
    const hasCodeWord = (await earlierWord(registers, conversation)) !== undefined;
    return (
      hints && { code: 'hints', caseNumber, line: hints.line, nicknameAt: hints.nicknameAt, hasCodeWord }
    );
  });
}

/**
 * Tells the counsellor who has a conversation from which address it came (R21, R22): the one place where an address is opened (S26).
 * Right before, whose keys are there now: to others it is not shown, and while that cannot be seen it waits (design 4).
 */
export async function tellAddress(
  dependencies: TellWhoHasItDependencies,
  telling: Telling,
): Promise<Outcome> {
  const { vault, steps } = dependencies;
  const seen = await steps.step('action.looked-up', () => seeIdentity(dependencies, telling.reader));
  if (seen !== 'safe') return await tellWhoHasIt(dependencies, telling, () => Promise.resolve(undefined));
  return await tellWhoHasIt(dependencies, telling, async ({ conversations }, conversation) => {
    const { conversationId, caseNumber, createdAt: startedAt } = conversation;
    const sealed = await conversations.sealedAddress(conversationId);
    return sealed && { code: 'address', caseNumber, address: vault.openAddress(sealed), startedAt };
  });
}

/**
 * Tells whoever has a conversation something about its caller that is looked up now. When they have it no more they are told
 * nothing; but where an attempt may have told them without living to record it, the same key tells which event that is, for
 * whoever takes it back.
 */
async function tellWhoHasIt(
  { steps, unitOfWork, sender }: TellWhoHasItDependencies,
  { key, conversationId, reader }: Telling,
  find: (registers: Registers, conversation: Conversation) => Promise<RecognitionMessage | undefined>,
): Promise<Outcome> {
  const { roomId, message } = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => {
      const conversation =
        conversationId === null ? undefined : await registers.conversations.find(conversationId);
      const isTheirs = conversation !== undefined && counsellorOf(conversation.phase) === reader;
      const found = isTheirs ? await find(registers, conversation) : undefined;
      const hasBegun = await registers.actions.hasBegun(key);
      if (found !== undefined) await registers.actions.begin(key);
      const takenBack = hasBegun ? ({ code: 'taken-back' } as const) : undefined;
      return { roomId: await registers.deskRooms.find({ own: reader }), message: found ?? takenBack };
    }),
  );
  if (message === undefined) return { ok: true, sent: null };
  if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
  const sent = await steps.step('action.carried-out', () =>
    sender.send({ roomId, key, message: { kind: 'recognition', message }, mention: null }),
  );
  return { ok: true, sent };
}
