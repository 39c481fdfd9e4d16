import type { CourseMessage } from '../desk-messages/course-message.ts';
import type { CaseNumber } from '../ids.ts';

const exampleReason = 'er is nog geen veilige plek voor vannacht';

/** What the desk says about how a conversation goes on: rhythm, snippets, the end of a shift (R15, S5, S40). */
export function courseWords(message: CourseMessage): string {
  switch (message.code) {
    case 'rhythm':
      return rhythmWords(message);
    case 'rounding-off':
      return `Goed, je rondt gesprek ${message.caseNumber} af. Met !zin afronden heb je er woorden voor; sluiten doe je zelf, met !einde ${message.caseNumber}.`;
    case 'going-on':
      return message.isShiftOver
        ? `Goed, je blijft bij gesprek ${message.caseNumber}; nieuwe gesprekken krijg je niet. Je reden staat in het logboek.`
        : `Goed, gesprek ${message.caseNumber} gaat verder. Je reden staat in het logboek.`;
    case 'why-go-on':
      return `Verdergaan kan, zeg er kort bij waarom: !verder ${message.caseNumber} ${exampleReason}`;
    case 'shift-ended':
      return shiftEndedWords(message);
    case 'shift-choice':
      return [
        `Je staat uit, en voor gesprek ${message.caseNumber} heb je nog niet gekozen. De beller rekent op je.`,
        ...choiceLines(message.caseNumber),
        ...(message.isLast ? ['Kies je niet, dan hoort over vijf minuten een coördinator het.'] : []),
      ].join('\n');
    case 'choice-overdue':
      return [
        `${message.who} staat uit, en koos nog niet wat er met gesprek ${message.caseNumber} gebeurt. We vroegen het drie keer.`,
        `Het gesprek loopt nog. Bel ${message.who}: verdergaan, doorgeven of afsluiten.`,
      ].join('\n');
    case 'snippet':
      return message.words;
    case 'snippets':
      return snippetsWords(message);
    case 'counsellor-gone':
      return [
        `${message.who} heeft nog gesprek ${message.caseNumber}, maar we zien de toestellen van ${message.who} al een paar minuten niet meer.`,
        `Het gesprek loopt nog, en de beller leest dat er even niemand is. Bel ${message.who}: weer online komen en antwoorden, of het gesprek doorgeven.`,
      ].join('\n');
  }
}

const stopped = {
  own: 'Je staat uit en krijgt geen nieuwe gesprekken.',
  'closing-time': 'Het is sluitingstijd, dus je staat nu uit.',
  unseen:
    'We zien je toestellen al een paar minuten niet meer, dus je staat nu uit. Ben je er nog? Schrijf weer !aan.',
} as const;

function shiftEndedWords({ reason, caseNumbers }: Extract<CourseMessage, { code: 'shift-ended' }>): string {
  const running =
    caseNumbers.length === 1
      ? `Gesprek ${caseNumbers.join()} gaat gewoon door. Kies wat ermee gebeurt:`
      : `Je gesprekken gaan gewoon door. Kies voor elk wat ermee gebeurt:`;
  return [
    `${stopped[reason]} ${running}`,
    ...caseNumbers.flatMap(choiceLines),
    'Kies je niet, dan vraag ik het over vijf minuten opnieuw. Met !wie zie je wie er nog is.',
  ].join('\n');
}

/** The three ways out, each with a command to copy. */
function choiceLines(caseNumber: CaseNumber): readonly string[] {
  return [
    `!verder ${caseNumber} we ronden samen nog af – je blijft erbij, met een korte reden`,
    `!geef Bram ${caseNumber} – een collega neemt het over, hier Bram`,
    `!einde ${caseNumber} – je sluit het af`,
  ];
}

/** The minutes are those of the clock when it was noticed: after an absence more than the note's own. */
function rhythmWords(message: Extract<CourseMessage, { code: 'rhythm' }>): string {
  const { caseNumber, note, talkedMinutes } = message;
  const talked = `Gesprek ${caseNumber} duurt nu ${talkedMinutes} minuten`;
  switch (note) {
    case 45:
      return `${talked}. Over een kwartier is het uur om: wat wil de beller zeker nog kwijt? Op 50 minuten laat de chat het de beller ook zacht weten.`;
    case 55:
      return `${talked}. Begin af te ronden: wat neemt de beller mee, en wie is er straks nog? Met !zin afronden heb je er woorden voor.`;
    case 60:
      return [
        `${talked}, het uur is om. Wat kies je?`,
        `✅ of !afronden ${caseNumber}: je rondt af. Het gesprek sluit niet vanzelf.`,
        `▶: je gaat verder, en ik vraag waarom. Of schrijf het meteen: !verder ${caseNumber} ${exampleReason}.`,
      ].join('\n');
  }
}

function snippetsWords({ names, unknown }: Extract<CourseMessage, { code: 'snippets' }>): string {
  const first = unknown === null ? [] : [`Een zin met de naam “${unknown}” is er niet.`];
  if (names.length === 0) return [...first, 'Er zijn nu geen vaste zinnen.'].join('\n');
  return [
    ...first,
    'Deze zinnen zijn er. Schrijf er een, dan staat hij klaar om te kopiëren, in de taal van de beller:',
    ...names.map((name) => `!zin ${name}`),
  ].join('\n');
}
