import type { FeedbackQuestion } from '../feedback.ts';
import type {
  AnswerCounts,
  FeedbackGroup,
  FeedbackRemarks,
  LanguageCount,
  WeekSpan,
} from '../feedback-report.ts';
import type { IsoWeek } from '../iso-week.ts';
import { quotedLines } from './quoted-words.ts';

/** As they were asked of callers. */
const questions = [
  ['heard', 'Voelde je je gehoord?'],
  ['helped', 'Heeft het gesprek je geholpen?'],
  ['nextStep', 'Weet je nu wat je kan doen?'],
  ['easy', 'Was deze chat makkelijk te gebruiken?'],
] as const satisfies readonly (readonly [FeedbackQuestion, string])[];

const languageNames: Readonly<Record<LanguageCount['language'], string>> = {
  nl: 'Nederlands',
  en: 'Engels',
  fr: 'Frans',
  other: 'andere',
};

/** How many remarks are told at once: twenty of the longest fit one encrypted event (65,536 bytes). */
const mostRemarks = 20;

/** The answer to `!feedback`. */
export function feedbackWords(groups: readonly FeedbackGroup[]): string {
  if (groups.length === 0) {
    return 'Er zijn nog te weinig antwoorden om te tonen. Vanaf vijf zie je hier cijfers. Wat deze week en vorige week binnenkomt, telt nog niet mee.';
  }
  return [
    'Wat bellers na hun gesprek antwoordden:',
    ...groups.flatMap(groupLines),
    '',
    'Met minder dan vijf antwoorden tonen we niets apart: die weken tellen we samen. Deze week en vorige week tellen nog niet mee.',
  ].join('\n');
}

/** The answer to `!feedback opmerkingen`. */
export function remarkWords(found: FeedbackRemarks | null): string {
  if (found === null) return 'Er zijn nu geen opmerkingen om te tonen.';
  const { weeks, remarks } = found;
  const told = remarks.slice(0, mostRemarks);
  return [
    `Opmerkingen van bellers uit ${weekWords(weeks)}, in willekeurige volgorde. Elke regel met > schreef een beller.`,
    ...told.flatMap((remark) => ['', ...quotedLines(remark)]),
    '',
    told.length < remarks.length
      ? `Dit zijn er ${String(told.length)} van de ${String(remarks.length)}. Morgen is de volgorde anders, en zie je er ook andere.`
      : 'Dat zijn ze allemaal. Van welk gesprek ze komen, bewaren we niet.',
  ].join('\n');
}

function groupLines({ weeks, count, answers, languages }: FeedbackGroup): readonly string[] {
  const spoken = languages.map((each) => `${languageNames[each.language]} ${String(each.count)}`);
  return [
    '',
    `${capitalised(weekWords(weeks))} · ${String(count)} keer ingevuld`,
    ...questions.map(([question, words]) => `• ${words} ${countWords(answers[question])}`),
    ...(spoken.length === 0 ? [] : [`• Taal: ${spoken.join(', ')}`]),
  ];
}

function countWords({ yes, somewhat, no, skipped }: AnswerCounts): string {
  const counts = `ja ${String(yes)}, een beetje ${String(somewhat)}, nee ${String(no)}`;
  return skipped === 0 ? counts : `${counts}, geen antwoord ${String(skipped)}`;
}

/** `week 45 van 2026`, `week 45 tot en met 47 van 2026`, `week 52 van 2026 tot en met week 2 van 2027`. */
function weekWords({ first, last }: WeekSpan): string {
  if (first === last) return `week ${numberOf(last)} van ${yearOf(last)}`;
  return yearOf(first) === yearOf(last)
    ? `week ${numberOf(first)} tot en met ${numberOf(last)} van ${yearOf(last)}`
    : `week ${numberOf(first)} van ${yearOf(first)} tot en met week ${numberOf(last)} van ${yearOf(last)}`;
}

const numberOf = (week: IsoWeek): string => String(Number(week.slice(6)));
const yearOf = (week: IsoWeek): string => week.slice(0, 4);

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
