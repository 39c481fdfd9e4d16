import { secondPersons, wasRefused, type AddressMode, type AddressView } from '../domain/address.ts';
import { hasEnded, type Conversation } from '../domain/conversation.ts';
import type { CaseNumber, UserId } from '../domain/ids.ts';
import type { RecognitionMessage } from '../domain/desk-messages/recognition-message.ts';
import { justOver, type NotMeant } from '../domain/meant-conversation.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findMeant } from './find-meant.ts';
import { onceFor } from './once-for.ts';
import { recordAddressTelling } from './record-address.ts';
import { recordAnswer, recordDeskMessage, recordRefusal } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** What `!ip` needs. */
export interface ShowAddressDependencies extends CommandDependencies {
  readonly addressMode: AddressMode;
}

type Wanted = CommandSource & { readonly caseNumber: CaseNumber | null; readonly reason: string };

/**
 * `!ip`: the counsellor who has a conversation sees its address, with a reason, audited (R21, S26). Whoever has it not is refused,
 * which is audited as well. With `break-glass` a second person is asked first.
 */
export async function showAddress(
  { unitOfWork, clock, steps, roster, addressMode }: ShowAddressDependencies,
  wanted: Wanted,
): Promise<void> {
  const { member, eventId, caseNumber } = wanted;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const scene = { roster, now: clock.now() };
        const by = { person: member.userId, command: 'ip', caseNumber } as const;
        const meant = await findMeant(registers, scene.now, by);
        if (!meant.ok) {
          await recordAddressRefusal(registers, scene, { wanted, problem: meant.problem });
          return;
        }
        const view = {
          viewId: eventId,
          conversationId: meant.value.conversationId,
          counsellor: member.userId,
          askedAt: scene.now,
        };
        if (addressMode === 'break-glass') {
          await recordQuestion(registers, scene, { wanted, view, conversation: meant.value });
        } else await recordAddressTelling(registers, scene, { view, reason: wanted.reason });
      }),
    ),
  );
}

/** An address that somebody may not see is audited; to ask which one is meant is not. */
async function recordAddressRefusal(
  registers: Registers,
  scene: Scene,
  refused: { readonly wanted: Wanted; readonly problem: NotMeant },
): Promise<void> {
  const { wanted, problem } = refused;
  const { member, eventId, reason } = wanted;
  if (problem.code === 'which-conversation') {
    await recordRefusal(registers, { to: member.userId, eventId, refusal: problem });
    return;
  }
  const named = await namedBy(registers, scene, wanted);
  const line = {
    at: scene.now,
    who: member.userId,
    conversationId: named?.conversationId ?? null,
    subject: null,
  };
  await registers.audit.append({ ...line, act: 'address-refused', reason });
  const isOver = named !== undefined && (await hadItUntilItsEnd(registers, named, member.userId));
  const message: RecognitionMessage = isOver
    ? { code: 'address-over', caseNumber: named.caseNumber }
    : { code: 'not-yours' };
  await recordAnswer(registers, { to: member.userId, eventId, message: { kind: 'recognition', message } });
}

/** The conversation of the number; without one, what they had a moment ago. */
async function namedBy(
  { conversations, departures }: Registers,
  { now }: Scene,
  { member, caseNumber }: Wanted,
): Promise<Conversation | undefined> {
  if (caseNumber !== null) return await conversations.findByCaseNumber(caseNumber);
  const facts = { open: [], departures: await departures.of(member.userId), now };
  const last = justOver(facts, { person: member.userId, command: 'ip', caseNumber }).at(-1);
  return last && (await conversations.findByCaseNumber(last.caseNumber));
}

async function hadItUntilItsEnd(
  { participants }: Registers,
  conversation: Conversation,
  person: UserId,
): Promise<boolean> {
  if (!hasEnded(conversation)) return false;
  return (await participants.of(conversation.conversationId)).includes(person);
}

/** The question lies before everybody who may agree; the reason is audited, and said by the person themselves. */
async function recordQuestion(
  registers: Registers,
  { roster, now }: Scene,
  asked: {
    readonly wanted: Wanted;
    readonly view: Omit<AddressView, 'state'>;
    readonly conversation: Conversation;
  },
): Promise<void> {
  const { view, conversation, wanted } = asked;
  const { caseNumber } = conversation;
  const { conversationId, counsellor } = view;
  const isAfterNo = wasRefused(await registers.addressViews.of(conversationId), counsellor);
  await registers.addressViews.add({ ...view, state: 'asked' });
  const line = { at: now, who: counsellor, conversationId, subject: null };
  await registers.audit.append({ ...line, act: 'address-asked', reason: wanted.reason });
  for (const person of secondPersons(roster, counsellor)) {
    await recordDeskMessage(registers, {
      to: { own: person },
      key: actionKeys.addressQuestion(view, person),
      message: {
        kind: 'recognition',
        message: { code: 'address-question', caseNumber, who: wanted.member.name, isAfterNo },
      },
      conversationId,
      mention: person,
      signs: questionSigns,
    });
  }
  const message = { kind: 'recognition', message: { code: 'address-asked', caseNumber, isAfterNo } } as const;
  await recordAnswer(registers, { to: counsellor, eventId: wanted.eventId, message });
}
