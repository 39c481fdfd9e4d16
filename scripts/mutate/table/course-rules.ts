import type { Mutation } from '../mutation.ts';

/** The rules of a conversation that goes on: connection and rhythm (design 5.8, 5.9; R15, S42). */
export const courseRules: readonly Mutation[] = [
  {
    file: 'connection.ts',
    rule: 'away is known within ten seconds',
    find: '8 * secondMs',
    replace: '11 * secondMs',
  },
  {
    file: 'caller-connection.ts',
    rule: 'an absence is since the last sign of life, however often it is looked',
    find: "told?.state === 'away' ? told : {",
    replace: 'told === null ? told : {',
  },
  {
    file: 'caller-connection.ts',
    rule: 'of nobody is told while nobody has the conversation',
    find: 'if (counsellorOf(phase) === undefined) return null;',
    replace: '',
  },
  {
    file: 'caller-connection.ts',
    rule: 'who is back is told so with how long they were away',
    find: 'Math.max(0, lastContactAt - told.since)',
    replace: '0',
  },
  {
    file: 'absence.ts',
    rule: 'who was away is not called back because the service was',
    find: "conversation.toldConnection?.state === 'away' ? now - awayLimitMs : now",
    replace: 'now',
  },
  {
    file: 'rhythm.ts',
    rule: 'a choice before the first note answers no question',
    find: 'rhythm.lastNote === null ? rhythm.choice : choice',
    replace: 'choice',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'each note is given once',
    find: 'note > (lastNote ?? 0)',
    replace: 'note > 0',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'the clock stands while the caller is away',
    find: "toldConnection?.state === 'away' ? toldConnection.since : now",
    replace: 'now',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'an absence that is over counts as a pause',
    find: 'pausedMs: rhythm.pausedMs + ',
    replace: 'pausedMs: 0 * ',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'who has chosen is not asked at 60',
    find: '(each !== 60 || choice === null)',
    replace: 'each > 0',
  },
  {
    file: 'rhythm-notes.ts',
    rule: 'the caller is told from the fiftieth minute on',
    find: 'lastNote >= 50',
    replace: 'lastNote >= 45',
  },
  {
    file: 'desk-sign.ts',
    rule: 'a variation selector changes no sign',
    find: "reaction.replaceAll('\\uFE0F', '')",
    replace: 'reaction',
  },
  {
    file: 'desk-words/course-words.ts',
    rule: 'a note says how long they have talked, not its own name',
    find: 'duurt nu ${talkedMinutes} minuten',
    replace: 'duurt nu ${note} minuten',
  },
  {
    file: 'shift-end.ts',
    rule: 'to have gone on before the shift ended is no choice',
    find: ' || rhythm.wentOnAt < duty.since',
    replace: '',
  },
  {
    file: 'shift-end.ts',
    rule: 'a hand-over that is under way is a choice',
    find: "company.successor !== null || company.coming?.purpose === 'takes-over'",
    replace: 'company.successor !== null',
  },
  {
    file: 'shift-end.ts',
    rule: 'who is on duty has no choice to make',
    find: " || duty.state !== 'off') return false;",
    replace: ') return false;',
  },
  {
    file: 'shift-end.ts',
    rule: 'nobody is told of their own absence',
    find: "role === 'coordinator' && userId !== counsellor",
    replace: "role === 'coordinator'",
  },
  {
    file: 'snippets.ts',
    rule: 'a beginning that several names have means none of them',
    find: 'name === undefined || more.length > 0',
    replace: 'name === undefined',
  },
  {
    file: 'desk-words/snippet-words.ts',
    rule: 'the device check has its three choices (S5)',
    find: 'nee, misschien, of liever niet zeggen',
    replace: 'ja of nee',
  },
  {
    file: 'shift-end.ts',
    rule: 'after the third time the coordinators hear instead',
    find: 'times > mostQuestions',
    replace: 'times > 9',
  },
];
