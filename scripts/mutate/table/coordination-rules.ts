import type { Mutation } from '../mutation.ts';

/** The rules of coordinating (S30, S37), each with what takes it out. */
export const coordinationRules: readonly Mutation[] = [
  {
    file: 'standing.ts',
    rule: 'only those who wait are counted as waiting',
    find: "phase.name === 'waiting'",
    replace: "phase.name !== 'ended'",
  },
  {
    file: 'standing.ts',
    rule: 'the longest wait is the earliest press',
    find: 'Math.min(...waiting',
    replace: 'Math.max(...waiting',
  },
  {
    file: 'duty.ts',
    rule: 'who was offboarded never goes on duty again',
    find: 'member === undefined || isOffboarded(duty)',
    replace: 'member === undefined',
  },
  {
    file: 'duty.ts',
    rule: 'no identity of somebody who was offboarded counts',
    find: '    pinnedMasterKey: null,\n    unconfirmedMasterKey: null,\n    offboardedAt: duty?.offboardedAt ?? now,',
    replace:
      '    pinnedMasterKey: duty?.pinnedMasterKey ?? null,\n    unconfirmedMasterKey: null,\n    offboardedAt: duty?.offboardedAt ?? now,',
  },
  {
    file: 'desk-words/coordination-words.ts',
    rule: 'one conversation is one',
    find: 'count === 1',
    replace: 'count === 0',
  },
  {
    file: 'roster.ts',
    rule: 'a name that two people have names nobody',
    find: 'found.length === 1 ? found[0] : undefined',
    replace: 'found[0]',
  },
  {
    file: 'waiting-room.ts',
    rule: 'in the last half hour no more wait than can be served',
    find: 'return Math.min(size, slots);',
    replace: 'return size;',
  },
  {
    file: 'waiting-room.ts',
    rule: 'whoever is free for a caller takes no place',
    find: 'before + 1 - Math.max(0, free)',
    replace: 'before + 1',
  },
  {
    file: 'waiting-room.ts',
    rule: 'an order is kept only where there is a waiting room',
    find: 'if (room.size === 0) return undefined;',
    replace: '',
  },
];
