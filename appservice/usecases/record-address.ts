import { secondPersons, type AddressView } from '../domain/address.ts';
import type { RecognitionMessage } from '../domain/desk-messages/recognition-message.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import type { Scene } from './scene.ts';

/** Records that a counsellor is told an address, and that they were (S26). */
export async function recordAddressTelling(
  registers: Registers,
  { now }: Scene,
  telling: { readonly view: Omit<AddressView, 'state'>; readonly reason: string | null },
): Promise<void> {
  const { view, reason } = telling;
  const { conversationId, counsellor: who } = view;
  if ((await registers.addressViews.find(view.viewId)) === undefined) {
    await registers.addressViews.add({ ...view, state: 'shown' });
  } else await registers.addressViews.setState(view.viewId, 'shown');
  await registers.audit.append({ at: now, act: 'address-shown', who, conversationId, subject: null, reason });
  await registers.actions.enqueue({
    key: actionKeys.address(view),
    lane: actionLanes.desk({ own: who }),
    conversationId,
    action: { kind: 'tell-address', reader: who },
  });
}

/** Records on the cards of everybody who was asked how it went. */
export async function recordQuestionOver(
  registers: Registers,
  { roster }: Pick<Scene, 'roster'>,
  over: { readonly view: AddressView; readonly message: RecognitionMessage },
): Promise<void> {
  const { view, message } = over;
  for (const person of secondPersons(roster, view.counsellor)) {
    const of = actionKeys.addressQuestion(view, person);
    if (!(await registers.actions.isRecorded(of))) continue;
    await registers.actions.enqueue({
      key: actionKeys.edit(of, 'over'),
      lane: actionLanes.desk({ own: person }),
      conversationId: view.conversationId,
      action: { kind: 'desk-edit', of, message: { kind: 'recognition', message } },
    });
  }
}

/** Records that what a counsellor was told of an address is taken back, and that nobody is asked any more: they have it no more. */
export async function recordAddressOver(
  registers: Registers,
  scene: Pick<Scene, 'roster'>,
  over: { readonly conversationId: ConversationId; readonly counsellor: UserId },
): Promise<void> {
  for (const view of await registers.addressViews.of(over.conversationId)) {
    if (view.counsellor !== over.counsellor) continue;
    if (view.state === 'asked') {
      await recordQuestionOver(registers, scene, { view, message: { code: 'question-over' } });
    }
    if (view.state === 'shown') {
      const of = actionKeys.address(view);
      await registers.actions.enqueue({
        key: actionKeys.edit(of, 'over'),
        lane: actionLanes.desk({ own: view.counsellor }),
        conversationId: view.conversationId,
        action: { kind: 'desk-redact', of },
      });
    }
    await registers.addressViews.remove(view.viewId);
  }
}
