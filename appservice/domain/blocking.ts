import { counsellorOf, hasEnded, type Conversation } from './conversation.ts';
import type { CaseNumber, ConversationId, TeamId, UserId } from './ids.ts';
import type { RecognitionMark } from './recognition.ts';
import { minuteMs, type Instant } from './time.ts';

/** How long a block lasts: eight hours of elapsed time, whatever the wall clock does that night (R35). */
export const blockMs = 8 * 60 * minuteMs;

/** How long after its end a conversation may still be blocked by whoever had it: some write the worst as they go. */
export const blockAfterEndMs = 5 * minuteMs;

/** Whoever started from the same line within this time, or is in conversation, may be somebody else in the house (lessons 1.9). */
export const sharedLineMs = 30 * minuteMs;

/**
 * For eight hours no chat for one browser and, mostly, for the line it came from (R35). Chat only: mail and telephone stay. One
 * at a time for each conversation. It is gone from the list when it is over or lifted.
 */
export type Block = {
  readonly conversationId: ConversationId;
  readonly caseNumber: CaseNumber;
  readonly by: UserId;
  /** The team that may lift it and is told about whom it is; null: coordinators only. */
  readonly teamId: TeamId | null;
  readonly from: Instant;
  /** The first instant at which it holds no more. */
  readonly until: Instant;
  /** SHA-256 of the resume tokens that the browser may hold; none when it had forgotten them already. */
  readonly tokenHashes: readonly string[];
  /** Null when the line is not known, or spared. `asked`: somebody else may be behind it, and nobody has chosen yet. */
  readonly line: { readonly standing: 'blocked' | 'asked'; readonly mark: RecognitionMark } | null;
};

/** Whether a block holds: from its first instant on, and at the last one no more. */
export function holdsAt({ from, until }: Block, now: Instant): boolean {
  return from <= now && now < until;
}

/** What a browser that wants to chat shows of itself; a line that is not known has no marks, and equals no other one. */
export type Shown = { readonly tokenHash: string | null; readonly lineMarks: readonly RecognitionMark[] };

/** Whether somebody who wants to chat is kept from it by one of these blocks. */
export function isBlocked(blocks: readonly Block[], { tokenHash, lineMarks }: Shown, now: Instant): boolean {
  return blocks.some((block) => {
    if (!holdsAt(block, now)) return false;
    if (tokenHash !== null && block.tokenHashes.includes(tokenHash)) return true;
    return block.line?.standing === 'blocked' && hasMark(lineMarks, block.line.mark);
  });
}

/** Whether these marks are of the line with that mark. */
export function hasMark(marks: readonly RecognitionMark[], { keyId, fingerprint }: RecognitionMark): boolean {
  return marks.some((each) => each.keyId === keyId && each.fingerprint === fingerprint);
}

/**
 * Whether each block that holds can be compared with: one whose key was lost would let everybody in (lessons 1.10).
 */
export function areComparable(blocks: readonly Block[], keyIds: readonly string[], now: Instant): boolean {
  return blocks.every((block) => {
    return !holdsAt(block, now) || block.line === null || keyIds.includes(block.line.mark.keyId);
  });
}

/** Whether somebody else may be behind the line that a conversation came from, who would be blocked as well (lessons 1.9). */
export function isPerhapsShared(
  others: readonly Conversation[],
  { conversationId }: Conversation,
  now: Instant,
): boolean {
  return others.some((other) => {
    if (other.conversationId === conversationId) return false;
    return !hasEnded(other) || now - other.createdAt < sharedLineMs;
  });
}

/** The team whose counsellors may lift a block: the one responsible, else the team of whoever has or blocks it. */
export function teamOfBlock(
  { controller, phase }: Conversation,
  teamOf: (member: UserId) => TeamId | null,
  by: UserId,
): TeamId | null {
  const counsellor = counsellorOf(phase);
  return controller ?? (counsellor === undefined ? null : teamOf(counsellor)) ?? teamOf(by);
}
