import type { Mutation } from '../mutation.ts';

/** The rules of who may do what in rooms of ours, which the homeserver's administrator can change (T18). */
export const roomRules: readonly Mutation[] = [
  {
    file: 'room-levels.ts',
    rule: 'nobody has power in a conversation’s room but the caller and colleagues',
    find: 'const inviters = colleagues.filter((person) => Object.hasOwn(levels.users, person));\n  return isSameLevels(levels, conversationLevels([caller, ...inviters]));',
    replace:
      'return isSameLevels({ ...levels, users: {} }, conversationLevels(colleagues.filter((each) => each === caller)));',
  },
  {
    file: 'room-levels.ts',
    rule: 'what an event takes counts',
    find: ' && isSame(events, otherEvents)',
    replace: ' && typeof events === typeof otherEvents',
  },
  {
    file: 'room-levels.ts',
    rule: 'what inviting and state take counts',
    find: ' && isSame(rest, otherRest)',
    replace: ' && typeof rest === typeof otherRest',
  },
  {
    file: 'room-levels.ts',
    rule: 'who may do one thing more is not the same',
    find: 'names.length === Object.keys(other).length &&\n    ',
    replace: '',
  },
  {
    file: 'desk-words/intrusion-words.ts',
    rule: 'a coordinator is told whom to call, a counsellor that they may go on',
    find: 'return isCoordinator\n',
    replace: 'return !isCoordinator\n',
  },
];
