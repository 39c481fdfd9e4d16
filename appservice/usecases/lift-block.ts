import { blockToLift } from '../domain/block-choice.ts';
import { holdsAt } from '../domain/blocking.ts';
import type { BlockingMessage } from '../domain/desk-messages/blocking-message.ts';
import type { CaseNumber } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { recordBlockOver } from './record-block.ts';
import type { Scene } from './scene.ts';

/** `!vrij [NUMBER]`. */
export type Lifting = CommandSource & { readonly caseNumber: CaseNumber | null };

/** `!vrij`: a block ends before its time, by a counsellor of its team or a coordinator (R35); with several the desk asks which. */
export async function liftBlock(dependencies: CommandDependencies, lifting: Lifting): Promise<void> {
  const { clock, roster } = dependencies;
  const { member, eventId } = lifting;
  await answerOnce(dependencies, { to: member.userId, eventId }, async (registers) => {
    const message = await liftIn(registers, { roster, now: clock.now() }, lifting);
    return { kind: 'blocking', message };
  });
}

async function liftIn(
  registers: Registers,
  { roster, now }: Scene,
  { member, caseNumber }: Lifting,
): Promise<BlockingMessage> {
  const blocks = (await registers.blocks.all()).filter((block) => holdsAt(block, now));
  const meant = blockToLift(blocks, member, caseNumber);
  if (!meant.ok) return meant.problem;
  const block = meant.value;
  await recordBlockOver(registers, roster, { block, state: { name: 'lifted', who: member.name } });
  await registers.audit.append({
    at: now,
    act: 'block-lifted',
    who: member.userId,
    conversationId: block.conversationId,
    subject: block.teamId,
    reason: null,
  });
  return { code: 'block-lifted', caseNumber: block.caseNumber };
}
