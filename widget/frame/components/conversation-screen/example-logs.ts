import type { AutomaticLine, CallerEntry, CounsellorEntry, Log, Mark } from '../../state/log.ts';

/** Tuesday 24 November 2026, five past five in Brussels. */
const atMs = Date.UTC(2026, 10, 24, 16, 5);
const minuteMs = 60_000;

const says = (line: AutomaticLine): Log[number] => ({ kind: 'automatic', id: `line-${line}`, line });

const own = (
  number: number,
  given: Pick<CallerEntry, 'body' | 'mark'> & { readonly minute?: number },
): CallerEntry => ({
  kind: 'caller',
  id: `words-${number}`,
  atMs: atMs + (given.minute ?? number) * minuteMs,
  body: given.body,
  mark: given.mark,
  eventId: given.mark === 'held' || given.mark === 'unsent' ? null : `$own-${number}`,
});

const theirs = (minute: number, change: Partial<CounsellorEntry>): CounsellorEntry => ({
  kind: 'counsellor',
  id: `$theirs-${minute}`,
  atMs: atMs + minute * minuteMs,
  form: 'text',
  body: '',
  isEdited: false,
  quote: null,
  ...change,
});

const firstWords = 'Hallo. Ik weet niet goed hoe ik moet beginnen.';

/** The encryption is still on its way. */
export const preparing: Log = [says('preparing')];

/** Nobody is there yet. */
export const searching: Log = [says('searching'), says('intake-goes-along')];

/** Nobody is there yet, and the caller has begun. */
export const heldWords: Log = [...searching, own(1, { body: firstWords, mark: 'held' })];

/** Nobody has come for three minutes. */
export const waitingLong: Log = [...heldWords, says('takes-long')];

/** A counsellor is on the way. */
export const taken: Log = [...heldWords, says('taken')];

const beginning: Log = [
  ...searching,
  own(1, { body: firstWords, mark: 'read' }),
  says('taken'),
  says('joined-caw'),
  says('secured'),
];

/** A conversation. */
export const talk: Log = [
  ...beginning,
  theirs(2, {
    body: 'Dag. Fijn dat je er bent.\nNeem rustig je tijd. Kan iemand anders dit gesprek zien?',
  }),
  own(3, { body: 'Nee, ik ben alleen thuis. Mijn zus maakt zich zorgen over mij.', mark: 'read' }),
  theirs(4, { body: 'Wil je vertellen waarover je zus zich zorgen maakt?' }),
  own(5, { body: 'Ja. Het gaat over thuis.', mark: 'delivered' }),
];

/** A conversation with the other organisation. */
export const talkWithVk: Log = talk.map((entry) =>
  entry.kind === 'automatic' && entry.line === 'joined-caw' ? says('joined-vk') : entry,
);

const marks: readonly Mark[] = ['read', 'delivered', 'sent', 'sending', 'held'];

/** The caller's words, as far as they can have come. */
export const everyMark: Log = [
  ...beginning,
  ...marks.map((mark, index) => own(index + 2, { body: 'Ik ben er nog.', mark })),
];

/** Every form that a message of the counsellor can have. */
export const everyForm: Log = [
  ...beginning,
  theirs(2, { body: 'Dag. Fijn dat je er bent.', isEdited: true }),
  theirs(3, { body: 'Je hoeft niet goed te beginnen. Gewoon beginnen mag.', quote: firstWords }),
  theirs(4, { form: 'emote', body: 'luistert' }),
  theirs(5, { form: 'file' }),
  theirs(6, { form: 'unreadable', atMs: null }),
  theirs(7, { form: 'removed' }),
  theirs(8, { form: 'call' }),
  theirs(9, { form: 'other' }),
  theirs(10, { form: 'notice', body: 'Ik ben zo terug.' }),
  theirs(11, { body: 'Kijk eens op https://www.example.org/hulp.' }),
];

/** Words without a place to break, and more than one line each. */
export const longWords: Log = [
  ...beginning,
  own(2, { body: 'a'.repeat(300), mark: 'read' }),
  theirs(3, {
    body: `https://www.example.org/${'een-heel-lang-adres-'.repeat(8)}`,
    quote: 'a'.repeat(80),
  }),
];

/** Two hundred messages. */
export const longTalk: Log = [
  ...beginning,
  ...Array.from({ length: 100 }, (_, index) => [
    theirs(2 + index * 2, { body: 'Ik luister. Vertel maar verder als je wil.' }),
    own(3 + index * 2, { body: `Dat is ${index + 1} keer gebeurd.`, mark: 'read' }),
  ]).flat(),
];

/** A conversation, and what the widget itself said last. */
export const talkAndThen = (...lines: readonly AutomaticLine[]): Log => [...talk, ...lines.map(says)];

/** A conversation that was stopped before the last words went out. */
export const talkUnsent: Log = [...talk, own(6, { body: 'Ben je er nog?', mark: 'unsent' })];
