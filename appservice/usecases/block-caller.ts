import { conversationToBlock, type EndedConversation } from '../domain/block-choice.ts';
import { blockMs } from '../domain/blocking.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { BlockingMessage, BlockingRefusal } from '../domain/desk-messages/blocking-message.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { CaseNumber, UserId } from '../domain/ids.ts';
import type { NotMeant } from '../domain/meant-conversation.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { findLine } from './find-line.ts';
import { onceFor } from './once-for.ts';
import { recordBlock } from './record-block.ts';
import { recordAnswer } from './record-desk-message.ts';
import { recordEnd } from './record-end.ts';
import { recordInVain } from './record-in-vain.ts';
import type { Scene } from './scene.ts';

/** What blocking a caller needs. */
export interface BlockCallerDependencies extends CommandDependencies {
  readonly eventLog: EventLog;
}

/** `!blokkeer [NUMBER] REASON`. */
export type Blocking = CommandSource & { readonly caseNumber: CaseNumber | null; readonly reason: string };

/**
 * `!blokkeer`: ends the conversation and blocks its caller's browser and line for eight hours, in one step (R35). By the
 * counsellor who has it, or a coordinator; until five minutes after its end, too. While a block holds, another one changes nothing.
 */
export async function blockCaller(dependencies: BlockCallerDependencies, blocking: Blocking): Promise<void> {
  const { unitOfWork, clock, steps, roster, eventLog } = dependencies;
  const hasEndedNow = await steps.step('end.recorded', () =>
    unitOfWork.run(
      onceFor(blocking.eventId, (registers) => blockIn(registers, { roster, now: clock.now() }, blocking)),
    ),
  );
  if (hasEndedNow === true) eventLog.log({ event: 'conversation.ended', code: 'blocked' });
}

/** Whether it ended the conversation. */
async function blockIn(registers: Registers, scene: Scene, blocking: Blocking): Promise<boolean> {
  const { member, eventId, caseNumber, reason } = blocking;
  const blocks = await registers.blocks.all();
  const open = await registers.conversations.open();
  const facts = { open, ended: await endedWith(registers, member.userId, caseNumber), blocks };
  const chosen = conversationToBlock(facts, member, { caseNumber, now: scene.now });
  const answer = (message: BlockingMessage) =>
    recordAnswer(registers, { to: member.userId, eventId, message: { kind: 'blocking', message } });
  if (!chosen.ok) {
    await recordBlockRefusal(registers, scene, { blocking, problem: chosen.problem });
    return false;
  }
  const conversation = chosen.value;
  const tokenHashes = await registers.resumes.tokensOf(conversation.conversationId);
  const line = await findLine(registers, conversation, scene.now);
  const hasDevice = tokenHashes.length > 0;
  if (line === null && !hasDevice) {
    await answer({ code: 'nothing-known', caseNumber: conversation.caseNumber });
    return false;
  }
  const standing = line?.standing ?? 'unknown';
  const until = scene.now + blockMs;
  await answer({ code: 'blocked', caseNumber: conversation.caseNumber, until, line: standing, hasDevice });
  await recordBlock(registers, scene, { conversation, member, reason, tokenHashes, line });
  return await recordEnd(registers, scene, { conversation, by: 'blocked', who: member.userId });
}

/** Somebody asks for what is not theirs: that is audited, as with an address. */
async function recordBlockRefusal(
  registers: Registers,
  { now }: Scene,
  refused: { readonly blocking: Blocking; readonly problem: BlockingRefusal | NotMeant },
): Promise<void> {
  const { blocking, problem } = refused;
  const { member, eventId, reason } = blocking;
  if (problem.code === 'not-yours-to-block') {
    const { caseNumber } = problem;
    const act = 'block-refused';
    await recordInVain(registers, { at: now, act, who: member.userId, caseNumber, subject: null, reason });
  }
  const message: DeskMessage =
    problem.code === 'no-conversation' || problem.code === 'which-conversation'
      ? { kind: 'refusal', refusal: problem }
      : { kind: 'blocking', message: problem };
  await recordAnswer(registers, { to: member.userId, eventId, message });
}

/** What is over and may be meant: the conversation of the number with whoever had it then, else what the member had a moment ago. */
async function endedWith(
  registers: Registers,
  member: UserId,
  caseNumber: CaseNumber | null,
): Promise<readonly EndedConversation[]> {
  const { conversations, departures, recognitions } = registers;
  if (caseNumber === null) {
    const had = (await departures.of(member)).filter(({ wasReading }) => !wasReading);
    const found = await Promise.all(had.map(({ conversationId }) => conversations.find(conversationId)));
    return found.flatMap((each) =>
      each !== undefined && hasEnded(each) ? [{ conversation: each, counsellor: member }] : [],
    );
  }
  const conversation = await conversations.findByCaseNumber(caseNumber);
  if (conversation === undefined || !hasEnded(conversation)) return [];
  const known = await recognitions.of(conversation.conversationId);
  return [{ conversation, counsellor: known.find(({ kind }) => kind === 'address')?.counsellor ?? null }];
}
