import type { Mutation } from '../mutation.ts';

/** The rules of feedback and of its weeks (R37, R38), of a reload (R27), of the notice (R8), and of an accent for all eyes (S15). */
export const feedbackRules: readonly Mutation[] = [
  {
    file: 'feedback.ts',
    rule: 'nobody is asked about a conversation without a counsellor',
    find: 'phase.wasAttended && isEndedByEitherSide(phase)',
    replace: 'isEndedByEitherSide(phase)',
  },
  {
    file: 'feedback.ts',
    rule: 'nobody is asked after a quick exit, a lost connection or a failure',
    find: 'phase.wasAttended && isEndedByEitherSide(phase)',
    replace: 'phase.wasAttended',
  },
  {
    file: 'feedback.ts',
    rule: 'a token is drawn within an hour of the end',
    find: ' && now - phase.at <= drawnWithinMs',
    replace: '',
  },
  {
    file: 'feedback.ts',
    rule: 'a token is taken in the week after its own, too',
    find: '[isoWeekAt(now), isoWeekAt(now, 1)]',
    replace: '[isoWeekAt(now), isoWeekAt(now)]',
  },
  {
    file: 'feedback.ts',
    rule: 'remarks are kept for less than six months',
    find: 'const remarkWeeks = 24;',
    replace: 'const remarkWeeks = 27;',
  },
  {
    file: 'feedback-report.ts',
    rule: 'fewer than five answers are not told apart',
    find: 'export const leastShown = 5;',
    replace: 'export const leastShown = 4;',
  },
  {
    file: 'feedback-report.ts',
    rule: 'nothing is told of weeks to which answers may be added still',
    find: 'week < firstOpen)',
    replace: 'week <= firstOpen)',
  },
  {
    file: 'feedback-report.ts',
    rule: 'the languages that are not named are five answers or none',
    find: ' && others < leastShown)',
    replace: ' && others < 0)',
  },
  {
    file: 'feedback-report.ts',
    rule: 'no remark is known to be of the week that has just lost its own',
    find: 'if (weeks.first < firstKept) return undefined;',
    replace: '',
  },
  {
    file: 'feedback-report.ts',
    rule: 'remarks are told in the random order of the box',
    find: 'const remarks = rowsOf(content, weeks)',
    replace: 'const remarks = rowsOf(content, weeks).toSorted((a, b) => (a.week < b.week ? -1 : 1))',
  },
  {
    file: 'desk-words/quoted-words.ts',
    rule: 'every line of a stranger is quoted',
    find: 'text.split(lineEnd)',
    replace: "text.split('\\n')",
  },
  {
    file: 'desk-words/quoted-words.ts',
    rule: 'no mark turns the words round, or hides a link',
    find: "line.replace(unseen, ' ')",
    replace: 'line',
  },
  {
    file: 'desk-words/quoted-words.ts',
    rule: 'nothing that a stranger writes becomes a link or a mention',
    find: 'withoutLinks(line.replace',
    replace: '(line.replace',
  },
  {
    file: 'desk-words/feedback-words.ts',
    rule: 'not more remarks are told than fit one event',
    find: 'remarks.slice(0, mostRemarks)',
    replace: 'remarks',
  },
  {
    file: 'iso-week.ts',
    rule: 'a week belongs to the year of its Thursday',
    find: '4 - weekdayOf(day)',
    replace: '1 - weekdayOf(day)',
  },
  {
    file: 'iso-week.ts',
    rule: 'a week is that of the helpline’s wall clock',
    find: 'addDays(wallClockAt(instant).day, -7 * weeksBack)',
    replace: 'addDays(new Date(instant).toISOString().slice(0, 10), -7 * weeksBack)',
  },
  {
    file: 'resuming.ts',
    rule: 'nobody comes back five minutes after the last sign of life',
    find: 'return isWithinWindow && ',
    replace: 'return ',
  },
  {
    file: 'notice-version.ts',
    rule: 'the words of the privacy notice and their version go together',
    find: "shippedNoticeVersion = '",
    replace: "shippedNoticeVersion = 'x",
  },
  {
    file: 'accent.ts',
    rule: 'words can be read on the accent of a dark screen',
    find: 'const leastOnDark = 6;',
    replace: 'const leastOnDark = 4;',
  },
  {
    file: 'accent.ts',
    rule: 'an accent is made no darker than white words need',
    find: "contrast(tone, '#ffffff') >= leastContrast",
    replace: "contrast(tone, '#ffffff') >= 2 * leastContrast",
  },
];
