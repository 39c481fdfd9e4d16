import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { DeskCommand } from '../domain/desk-command.ts';
import type { DossierMessage } from '../domain/desk-messages/dossier-message.ts';
import { withDossierAnswer, withStatement, type DossierNote } from '../domain/dossier.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { FormPress } from './answer-contact-form.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findReading } from './find-reading.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer, recordDeskMessage } from './record-desk-message.ts';

type Answer = Extract<DeskCommand, { readonly name: 'dossier' }>;

/**
 * `!dossier`: notes what the caller said about a dossier (R64, R65), for a conversation one is in or has been in; without a number the
 * one that goes on, else the newest on one's list. A first yes explains the rule and asks whether there were more contacts.
 */
export async function noteDossier(
  { unitOfWork, clock, steps }: CommandDependencies,
  { member, eventId, command }: CommandSource & { readonly command: Answer },
): Promise<void> {
  const who = member.userId;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const meant = await meantBy(registers, who, command);
        if ('code' in meant) {
          await recordAnswer(registers, { to: who, eventId, message: { kind: 'register', message: meant } });
          return;
        }
        const { conversationId, caseNumber } = meant;
        const note = withDossierAnswer(await noteOf(registers, conversationId), command);
        await registers.dossierNotes.save(note);
        if (note.asked === null) await recordNoted(registers, clock.now(), { who, conversationId });
        await recordTold(registers, {
          who,
          key: actionKeys.cause(eventId, 'dossier'),
          conversationId,
          message: messageOf(note, caseNumber),
        });
      }),
    ),
  );
}

/** ✅ or ❌ under the question whether there were more contacts. */
export async function pressOnDossier(
  { unitOfWork, clock, steps, roster }: CommandDependencies,
  { sender, place, key, under }: FormPress,
): Promise<void> {
  const sign = key.replaceAll('\uFE0F', '');
  if ((sign !== '✅' && sign !== '❌') || rosterMember(roster, sender) === undefined) return;
  await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const pressed = await registers.actions.keyOf(under);
      const conversationId = pressed?.conversationId ?? null;
      if (conversationId === null || pressed?.key.endsWith(':dossier') !== true) return;
      if (!(await registers.handledEvents.markHandled(place.eventId))) return;
      const conversation = await registers.conversations.find(conversationId);
      const note = withStatement(await noteOf(registers, conversationId), sign === '✅');
      if (conversation === undefined || note === undefined) return;
      await registers.dossierNotes.save(note);
      const { caseNumber } = conversation;
      const isNoted = sign === '✅';
      if (isNoted) await recordNoted(registers, clock.now(), { who: sender, conversationId });
      const message: DossierMessage = isNoted
        ? { code: 'dossier-noted', caseNumber, answer: 'agreed' }
        : { code: 'dossier-not-yet', caseNumber };
      const answer = { kind: 'register', message } as const;
      await recordAnswer(registers, { to: sender, eventId: place.eventId, message: answer });
    }),
  );
}

async function meantBy(
  registers: Registers,
  who: UserId,
  { caseNumber }: Answer,
): Promise<Conversation | DossierMessage> {
  if (caseNumber !== null) {
    const found = await findReading(registers, caseNumber);
    return found?.participants.includes(who) === true
      ? found.conversation
      : { code: 'dossier-not-yours', caseNumber };
  }
  const open = await registers.conversations.open();
  const [own, ...others] = open.filter(({ phase }) => counsellorOf(phase) === who);
  if (own !== undefined && others.length === 0) return own;
  if (own !== undefined) {
    return { code: 'dossier-which', caseNumbers: [own, ...others].map((each) => each.caseNumber) };
  }
  const due = (await registers.contactForms.of(who)).findLast((form) => form.conversationId !== null);
  const conversationId = due?.conversationId ?? null;
  if (conversationId === null) return { code: 'dossier-of-which' };
  return (await registers.conversations.find(conversationId)) ?? { code: 'dossier-of-which' };
}

async function noteOf(registers: Registers, conversationId: ConversationId): Promise<DossierNote> {
  const nothing = { conversationId, answer: null, reference: null, asked: null };
  return (await registers.dossierNotes.find(conversationId)) ?? nothing;
}

function messageOf({ answer, asked }: DossierNote, caseNumber: Conversation['caseNumber']): DossierMessage {
  if (asked !== null || answer === null) return { code: 'dossier-rule', caseNumber };
  return { code: 'dossier-noted', caseNumber, answer };
}

async function recordNoted(
  registers: Registers,
  at: Instant,
  { who, conversationId }: { readonly who: UserId; readonly conversationId: ConversationId },
): Promise<void> {
  await registers.audit.append({
    at,
    act: 'dossier-noted',
    who,
    conversationId,
    subject: null,
    reason: null,
  });
}

async function recordTold(
  registers: Registers,
  told: {
    readonly who: UserId;
    readonly key: string;
    readonly conversationId: ConversationId;
    readonly message: DossierMessage;
  },
): Promise<void> {
  const { who, key, conversationId, message } = told;
  const to = { own: who };
  await recordDeskMessage(registers, {
    to,
    key,
    conversationId,
    message: { kind: 'register', message },
    ...(message.code === 'dossier-rule' ? { signs: questionSigns } : {}),
  });
}
