import {
  conversationOfAddress,
  secondPersons,
  type AddressMode,
  type AddressRefusal,
  type AddressView,
} from '../domain/address.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordAddressTelling } from './record-address.ts';
import { recordAnswer, recordDeskMessage } from './record-desk-message.ts';
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
        const open = await registers.conversations.open();
        const meant = conversationOfAddress(open, member.userId, caseNumber);
        if (!meant.ok) {
          const named = open.find((each) => each.caseNumber === caseNumber);
          await recordAddressRefusal(registers, scene, { wanted, named, problem: meant.problem });
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

async function recordAddressRefusal(
  registers: Registers,
  { now }: Scene,
  refused: {
    readonly wanted: Wanted;
    readonly named: Conversation | undefined;
    readonly problem: AddressRefusal;
  },
): Promise<void> {
  const { wanted, named, problem } = refused;
  const { member, eventId, reason } = wanted;
  if (problem.code === 'not-yours') {
    const conversationId = named?.conversationId ?? null;
    const line = { at: now, who: member.userId, conversationId, subject: null, reason };
    await registers.audit.append({ ...line, act: 'address-refused' });
  }
  const message = { kind: 'recognition', message: problem } as const;
  await recordAnswer(registers, { to: member.userId, eventId, message });
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
  await registers.addressViews.add({ ...view, state: 'asked' });
  const line = { at: now, who: counsellor, conversationId, subject: null };
  await registers.audit.append({ ...line, act: 'address-asked', reason: wanted.reason });
  for (const person of secondPersons(roster, counsellor)) {
    await recordDeskMessage(registers, {
      to: { own: person },
      key: actionKeys.addressQuestion(view, person),
      message: {
        kind: 'recognition',
        message: { code: 'address-question', caseNumber, who: wanted.member.name },
      },
      conversationId,
      mention: person,
      signs: questionSigns,
    });
  }
  const message = { kind: 'recognition', message: { code: 'address-asked', caseNumber } } as const;
  await recordAnswer(registers, { to: counsellor, eventId: wanted.eventId, message });
}
