import { teamOfBlock, blockMs, type Block } from '../domain/blocking.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { BlockingMessage, TeamBlockState } from '../domain/desk-messages/blocking-message.ts';
import { rosterMember, type Roster, type RosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordLineChoice, recordLineQuestion } from './ask-about-line.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** Whom a block is about, who makes it and why. */
export type BlockMaking = {
  readonly conversation: Conversation;
  readonly member: RosterMember;
  readonly reason: string;
  readonly tokenHashes: readonly string[];
  readonly line: Block['line'];
};

/**
 * Records a block of eight hours, its line in the audit log, that every team is told, and the question about a line that others
 * may be behind (R35).
 */
export async function recordBlock(
  registers: Registers,
  { roster, now }: Scene,
  making: BlockMaking,
): Promise<Block> {
  const { conversation, member, reason, tokenHashes, line } = making;
  const { conversationId, caseNumber } = conversation;
  const teamOf = (userId: RosterMember['userId']) => rosterMember(roster, userId)?.teamId ?? null;
  const by = member.userId;
  const teamId = teamOfBlock(conversation, teamOf, by);
  const times = { from: now, until: now + blockMs };
  const block: Block = { conversationId, caseNumber, by, teamId, ...times, tokenHashes, line };
  await registers.blocks.add(block);
  await registers.audit.append({
    at: now,
    act: 'caller-blocked',
    who: by,
    conversationId,
    subject: teamId,
    reason,
  });
  for (const team of roster.teams) {
    await recordDeskMessage(registers, {
      to: { team: team.teamId },
      key: actionKeys.blockCard(block, team.teamId),
      message: teamMessage({ roster, block, state: { name: 'holds' } }, team.teamId),
      conversationId,
    });
  }
  if (line?.standing === 'asked') await recordLineQuestion(registers, block);
  return block;
}

/**
 * Records that a block is no more, lifted or by the clock: its row goes with all that could recognise somebody, and the teams'
 * cards say so. A question about its line that nobody answered is closed.
 */
export async function recordBlockOver(
  registers: Registers,
  roster: Roster,
  over: { readonly block: Block; readonly state: Exclude<TeamBlockState, { name: 'holds' }> },
): Promise<void> {
  const { block, state } = over;
  await registers.blocks.remove(block.conversationId);
  if (block.line?.standing === 'asked') await recordLineChoice(registers, block, 'over');
  for (const { teamId } of roster.teams) {
    const of = actionKeys.blockCard(block, teamId);
    await registers.actions.enqueue({
      key: actionKeys.edit(of, state.name),
      lane: actionLanes.desk({ team: teamId }),
      conversationId: block.conversationId,
      action: { kind: 'desk-edit', of, message: teamMessage({ roster, block, state }, teamId) },
    });
  }
}

function teamMessage(
  told: { readonly roster: Roster; readonly block: Block; readonly state: TeamBlockState },
  teamId: Block['teamId'],
): { readonly kind: 'blocking'; readonly message: BlockingMessage } {
  const { roster, block, state } = told;
  const { caseNumber, by, until } = block;
  const who = rosterMember(roster, by)?.name ?? by;
  const about = block.teamId === teamId ? { caseNumber, who } : null;
  return { kind: 'blocking', message: { code: 'team-block', until, about, state } };
}
