import type { Block } from '../domain/blocking.ts';
import type { BlockingMessage } from '../domain/desk-messages/blocking-message.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What became of the question, as its card says. */
export type LineChoice = NonNullable<Extract<BlockingMessage, { readonly code: 'shared-line' }>['choice']>;

/** Records the question whether the line is blocked as well, with ✅ and ❌ under it; it rings, because a caller may wait behind it. */
export async function recordLineQuestion(registers: Registers, block: Block): Promise<void> {
  const key = actionKeys.blockQuestion(block);
  const to = { own: block.by };
  const { conversationId } = block;
  const message = question(block, null);
  await recordDeskMessage(registers, {
    to,
    key,
    message,
    conversationId,
    mention: block.by,
    signs: questionSigns,
  });
}

/** Records on the question's card what became of it. */
export async function recordLineChoice(
  registers: Registers,
  block: Block,
  choice: LineChoice,
): Promise<void> {
  const of = actionKeys.blockQuestion(block);
  await registers.actions.enqueue({
    key: actionKeys.edit(of, choice),
    lane: actionLanes.desk({ own: block.by }),
    conversationId: block.conversationId,
    action: { kind: 'desk-edit', of, message: question(block, choice) },
  });
}

function question({ caseNumber }: Block, choice: LineChoice | null) {
  return { kind: 'blocking', message: { code: 'shared-line', caseNumber, choice } } as const;
}
