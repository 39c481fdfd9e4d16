import type { Mutation } from '../mutation.ts';

/** The rules of conversations that are over, and of what is told about them (design 6; R53, R55, S32). */
export const aftermathRules: readonly Mutation[] = [
  {
    file: 'reopening.ts',
    rule: 'only who was in a conversation reads it again',
    find: "  if (found?.participants.includes(member.userId) !== true) return refusal({ code: 'not-yours', caseNumber });",
    replace: "  if (found === undefined) return refusal({ code: 'not-yours', caseNumber });",
  },
  {
    file: 'reopening.ts',
    rule: 'a running conversation is not reopened',
    find: 'return hasEnded(found.conversation)',
    replace: 'return hasEnded(found.conversation) || caseNumber.length > 0',
  },
  {
    file: 'reopening.ts',
    rule: 'a conversation stays with the team that is responsible',
    find: 'colleague.teamId === null || colleague.teamId === team',
    replace: 'colleague.teamId !== undefined || colleague.teamId === team',
  },
  {
    file: 'reopening.ts',
    rule: 'the responsible team counts, not the participant’s',
    find: 'conversation.controller ?? member.teamId',
    replace: 'member.teamId',
  },
  {
    file: 'reopening.ts',
    rule: 'a coordinator sees who looked at their own team’s conversations only',
    find: 'return teamId === null || teamId === controller;',
    replace: 'return teamId === null || controller !== null;',
  },
  {
    file: 'reopening.ts',
    rule: 'the hour ends',
    find: ' && now < each.until',
    replace: '',
  },
  {
    file: 'reopening.ts',
    rule: 'the right to invite ends with the hour',
    find: 'sharedBy === person && now < until',
    replace: 'sharedBy === person',
  },
  {
    file: 'reopening.ts',
    rule: 'nobody shares with themselves',
    find: "  if (colleague.userId === member.userId) return refusal({ code: 'not-with-yourself' });\n",
    replace: '',
  },
  {
    file: 'desk-words/aftermath-words.ts',
    rule: 'who reads again is told until when',
    find: 'weer open voor jou, tot ${moment}.',
    replace: 'weer open voor jou.',
  },
  {
    file: 'desk-words/looked-words.ts',
    rule: 'a reason is quoted',
    find: '[line, ...quotedLines(reason)]',
    replace: '[line, reason]',
  },
];
