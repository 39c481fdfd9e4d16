import type { Mutation } from '../mutation.ts';

/** The rules of commands, of identifiers, and of what the desk says (design 7). */
export const deskRules: readonly Mutation[] = [
  {
    file: 'command-words.ts',
    rule: 'half of a word’s letters wrong is no near miss',
    find: 'slips < fewestSlips && slips <= longer / 2',
    replace: 'slips < fewestSlips',
  },
  {
    file: 'command-words.ts',
    rule: 'letters that changed places are one slip',
    find: 'isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity',
    replace: 'isSwap ? Infinity : Infinity',
  },
  {
    file: 'command-arguments.ts',
    rule: 'a closing has a reason',
    find: "return reason === ''\n    ? refusal",
    replace: "return reason === '-'\n    ? refusal",
  },
  {
    file: 'command-arguments.ts',
    rule: 'a time is one that a clock can show',
    find: "  if (until.hour > 23 || until.minute > 59) return refusal({ code: 'bad-time', word });\n",
    replace: '',
  },
  {
    file: 'parse-desk-command.ts',
    rule: 'an emoji’s variation selector changes nothing',
    find: '\\uFE0E\\uFE0F',
    replace: '',
  },
  {
    file: 'command-arguments.ts',
    rule: 'what stands after a word without arguments is refused',
    find: "argument === '' ? success({ name }) : refusal({ code: 'unexpected-argument', word })",
    replace: 'success({ name })',
  },
  {
    file: 'ids.ts',
    rule: 'a room id holds nothing that cuts a path',
    find: '/^!(?:(?![/?#\\\\])[!-~]){1,254}$/',
    replace: '/^!.{1,254}$/s',
  },
  {
    file: 'ids.ts',
    rule: 'a case number has no leading zero',
    find: '[1-9][0-9]{3,7}',
    replace: '[0-9]{4,8}',
  },
  {
    file: 'result.ts',
    rule: 'a refusal is no success',
    find: '{ ok: false, problem }',
    replace: '{ ok: true, problem }',
  },
  {
    file: 'desk-words.ts',
    rule: 'an ad-hoc closure says until when',
    find: '`tot ${momentSeenFrom(now, message.until)}`',
    replace: "'tot later'",
  },
  {
    file: 'desk-words/card-words.ts',
    rule: 'a card from another province says so',
    find: 'card.isOtherProvince ? `${region} (andere provincie)` : region',
    replace: 'region',
  },
  {
    file: 'desk-words/command-problem-words.ts',
    rule: 'where no word is near, none is proposed',
    find: 'problem.nearest === null',
    replace: "problem.word === ''",
  },
  {
    file: 'desk-words/conversation-words.ts',
    rule: 'the counsellor reads why a conversation is over',
    find: 'endedBecause[by]',
    replace: 'endedBecause.caller',
  },
  {
    file: 'desk-words/duty-words.ts',
    rule: 'who is in conversation is shown as such',
    find: "line.isBusy ? ', in gesprek' : ''",
    replace: "''",
  },
  {
    file: 'desk-words/help-words.ts',
    rule: 'a coordinator’s commands are kept from others',
    find: 'isCoordinator ? [...forEverybody, forCoordinators] : forEverybody',
    replace: '[...forEverybody, forCoordinators]',
  },
  {
    file: 'desk-words/refusal-words.ts',
    rule: 'each refusal tells its own way out',
    find: 'return sentences[refused.code];',
    replace: "return sentences['not-in-roster'];",
  },
  {
    file: 'desk-words/time-words.ts',
    rule: 'a moment on another day names the day',
    find: 'if (day === wallClockAt(now).day) return clockTime(instant);',
    replace: 'return clockTime(instant);',
  },
  {
    file: 'desk-renewal.ts',
    rule: 'a desk room is renewed by the wall clock’s month',
    find: 'wallClockAt(now).day.slice(0, 7)',
    replace: 'new Date(now).toISOString().slice(0, 7)',
  },
  {
    file: 'desk-renewal.ts',
    rule: 'a desk room is not renewed under somebody on duty',
    find: "duty === undefined || duty.state === 'off'",
    replace: 'true',
  },
  {
    file: 'desk-renewal.ts',
    rule: 'a desk room is not renewed under a conversation',
    find: 'return isOff && !openConversations',
    replace: 'return isOff || !openConversations',
  },
  {
    file: 'desk-renewal.ts',
    rule: 'who declined is left alone for a day',
    find: 'now - invitedAt >= inviteAgainMs',
    replace: 'now >= invitedAt',
  },
  {
    file: 'meant-conversation.ts',
    rule: 'a command without a number may mean what was over less than five minutes ago',
    find: 'if (more.length === 0 && over.length === 0)',
    replace: 'if (more.length === 0)',
  },
  {
    file: 'meant-conversation.ts',
    rule: 'a reading is theirs for !einde only',
    find: "command === 'einde' ? isIn(conversation, person) : counsellorOf(conversation.phase) === person",
    replace: 'isIn(conversation, person)',
  },
  {
    file: 'meant-conversation.ts',
    rule: 'a reading that was over is asked about for a minute, and for !einde only',
    find: "(command === 'einde' || !each.wasReading)",
    replace: 'true',
  },
];
