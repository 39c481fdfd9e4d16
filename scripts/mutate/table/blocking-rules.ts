import type { Mutation } from '../mutation.ts';

/** The rules of blocks (R35). */
export const blockingRules: readonly Mutation[] = [
  {
    file: 'blocking.ts',
    rule: 'a block lasts eight hours',
    find: '8 * 60 * minuteMs',
    replace: '9 * 60 * minuteMs',
  },
  {
    file: 'blocking.ts',
    rule: 'at its last instant a block holds no more',
    find: 'now < until',
    replace: 'now <= until',
  },
  {
    file: 'blocking.ts',
    rule: 'a block holds from its first instant',
    find: 'from <= now',
    replace: 'from < now',
  },
  {
    file: 'blocking.ts',
    rule: 'a block that is over keeps nobody out',
    find: '    if (!holdsAt(block, now)) return false;\n',
    replace: '',
  },
  {
    file: 'blocking.ts',
    rule: 'a line is spared until somebody chooses',
    find: "block.line?.standing === 'blocked' && hasMark(",
    replace: 'block.line !== null && hasMark(',
  },
  {
    file: 'blocking.ts',
    rule: 'fingerprints of two keys are never compared',
    find: 'each.keyId === keyId && ',
    replace: '',
  },
  {
    file: 'blocking.ts',
    rule: 'a block whose key is lost closes the chat',
    find: 'keyIds.includes(block.line.mark.keyId)',
    replace: 'true',
  },
  {
    file: 'blocking.ts',
    rule: 'who started half an hour ago is nobody else in the house any more',
    find: 'now - other.createdAt < sharedLineMs',
    replace: 'true',
  },
  {
    file: 'block-choice.ts',
    rule: 'a conversation is blocked by its counsellor or a coordinator only',
    find: 'found !== undefined && mayBlock',
    replace: 'found !== undefined',
  },
  {
    file: 'block-choice.ts',
    rule: 'five minutes after its end a conversation is not blocked any more',
    find: 'now - phase.at >= blockAfterEndMs',
    replace: 'now - phase.at > blockAfterEndMs',
  },
  {
    file: 'block-choice.ts',
    rule: 'a block is not made longer by another one',
    find: '  if (same !== undefined) return already(same);\n',
    replace: '',
  },
  {
    file: 'block-choice.ts',
    rule: 'another team lifts no block',
    find: 'block.teamId !== null && block.teamId === member.teamId',
    replace: 'true',
  },
];
