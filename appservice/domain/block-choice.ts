import { blockAfterEndMs, holdsAt, type Block } from './blocking.ts';
import { counsellorOf, type Conversation, type Phase } from './conversation.ts';
import type { BlockingRefusal } from './desk-messages/blocking-message.ts';
import type { CaseNumber, UserId } from './ids.ts';
import type { NotMeant } from './meant-conversation.ts';
import { refusal, success, type Result } from './result.ts';
import type { RosterMember } from './roster.ts';
import type { Instant } from './time.ts';

/** A conversation that is over, with the counsellor who had it then; null when nobody had. */
export type EndedConversation = { readonly conversation: Conversation; readonly counsellor: UserId | null };

/** What `!blokkeer` chooses from. */
export type BlockableConversations = {
  readonly open: readonly Conversation[];
  /** Those of the member that ended a short while ago, or the one that is named by its number. */
  readonly ended: readonly EndedConversation[];
  readonly blocks: readonly Block[];
};

type Asked = { readonly caseNumber: CaseNumber | null; readonly now: Instant };
type Choice = Result<Conversation, BlockingRefusal | NotMeant>;

/**
 * The conversation that `!blokkeer` means (R35): the one of the number, if the member has it or coordinates; else their only
 * one, which runs or has been over for five minutes at most; with several the desk asks which, because nobody may be blocked by
 * mistake. One that is blocked already is not blocked again. Whether a number exists nobody learns who may not block it.
 */
export function conversationToBlock(
  facts: BlockableConversations,
  member: RosterMember,
  asked: Asked,
): Choice {
  const { caseNumber, now } = asked;
  const named = facts.blocks.find((block) => block.caseNumber === caseNumber && holdsAt(block, now));
  if (named !== undefined && mayLift(named, member)) return already(named);
  const meant =
    caseNumber === null ? ownConversation(facts, member, now) : namedConversation(facts, member, caseNumber);
  if (!meant.ok) return meant;
  const { conversationId, phase } = meant.value;
  const same = facts.blocks.find((block) => block.conversationId === conversationId && holdsAt(block, now));
  if (same !== undefined) return already(same);
  return isLate(phase, now)
    ? refusal({ code: 'too-late-to-block', caseNumber: meant.value.caseNumber })
    : meant;
}

function namedConversation(
  { open, ended }: BlockableConversations,
  member: RosterMember,
  caseNumber: CaseNumber,
): Choice {
  const running = open.find((each) => each.caseNumber === caseNumber);
  const over = ended.find((each) => each.conversation.caseNumber === caseNumber);
  const found = running ?? over?.conversation;
  const counsellor = running === undefined ? over?.counsellor : counsellorOf(running.phase);
  const mayBlock = counsellor === member.userId || member.role === 'coordinator';
  return found !== undefined && mayBlock
    ? success(found)
    : refusal({ code: 'not-yours-to-block', caseNumber });
}

function ownConversation(
  { open, ended }: BlockableConversations,
  { userId }: RosterMember,
  now: Instant,
): Choice {
  const own = open.filter(({ phase }) => counsellorOf(phase) === userId);
  const left = ended
    .filter((each) => each.counsellor === userId && !isLate(each.conversation.phase, now))
    .map(({ conversation }) => conversation);
  const [first, ...more] = [...own, ...left];
  if (first === undefined) return refusal({ code: 'nothing-to-block' });
  if (more.length === 0) return success(first);
  return refusal({
    code: 'which-conversation',
    command: 'blokkeer',
    who: null,
    running: own.map(({ caseNumber }) => caseNumber),
    over: left.map(({ caseNumber }) => ({ caseNumber, wasReading: false })),
  });
}

/** Over for too long to block it. */
function isLate(phase: Phase, now: Instant): boolean {
  return phase.name === 'ended' && now - phase.at >= blockAfterEndMs;
}

function already({ caseNumber, until }: Block): Choice {
  return refusal({ code: 'already-blocked', caseNumber, until });
}

/** The block that `!vrij` means: the one of the number, else the only one that the member may lift (R35). */
export function blockToLift(
  holding: readonly Block[],
  member: RosterMember,
  caseNumber: CaseNumber | null,
): Result<Block, BlockingRefusal> {
  const theirs = holding.filter((block) => mayLift(block, member));
  if (caseNumber !== null) {
    const named = holding.find((block) => block.caseNumber === caseNumber);
    if (named === undefined) return refusal({ code: 'no-block', caseNumber });
    return theirs.includes(named) ? success(named) : refusal({ code: 'block-of-other-team', caseNumber });
  }
  const [first, ...more] = theirs;
  if (first === undefined) return refusal({ code: 'no-block', caseNumber });
  if (more.length === 0) return success(first);
  return refusal({ code: 'which-block', blocks: theirs });
}

/** Counsellors of its team, whoever made it, and every coordinator. */
function mayLift(block: Block, member: RosterMember): boolean {
  if (member.role === 'coordinator' || block.by === member.userId) return true;
  return block.teamId !== null && block.teamId === member.teamId;
}
