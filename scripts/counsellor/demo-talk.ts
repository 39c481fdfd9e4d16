import { languages, type Language } from '../../widget/frame/state/language.ts';

/** How far the demo counsellor's part of one conversation has come. */
export type Talk = {
  /** What the caller chats in; null as long as nothing tells. */
  readonly language: Language | null;
  readonly hasGreeted: boolean;
  readonly answers: number;
};

/** What the talk goes on with: the caller's words, a line of their page, or nothing for a moment after coming in. */
export type Heard =
  { readonly kind: 'silence' } | { readonly kind: 'automatic' | 'own'; readonly body: string };

/** A conversation that was just entered. */
export const newTalk: Talk = { language: null, hasGreeted: false, answers: 0 };

type Lines = { readonly greeting: string; readonly answers: readonly [string, string] };

/** One greeting, and an answer to each message of the caller; the last one repeats. Each is plainly marked (R1). */
const lines: Readonly<Record<Language, Lines>> = {
  nl: {
    greeting: '[Demo] Dag, ik ben een programma, geen mens. Zo zie je hoe een gesprek loopt.',
    answers: [
      '[Demo] Ik heb je bericht gelezen. Een medewerker zou nu rustig met je meedenken.',
      '[Demo] Neem gerust je tijd. Meer kan ik niet zeggen, want ik ben een programma.',
    ],
  },
  en: {
    greeting: '[Demo] Hello, I am a program, not a person. This shows you how a chat goes.',
    answers: [
      '[Demo] I have read your message. A person would now think along with you, at your pace.',
      '[Demo] Take all the time you need. I cannot say more, because I am a program.',
    ],
  },
  fr: {
    greeting:
      '[Démo] Bonjour, je suis un programme, pas une personne. Vous voyez ainsi comment un chat se passe.',
    answers: [
      '[Démo] J’ai lu votre message. Une personne réfléchirait maintenant avec vous, à votre rythme.',
      '[Démo] Prenez votre temps. Je ne peux pas en dire plus, car je suis un programme.',
    ],
  },
};

/** What the demo counsellor says after something was heard, in this order, and how the talk stands then. */
export function goOn(before: Talk, heard: Heard): { readonly talk: Talk; readonly says: readonly string[] } {
  const language = before.language ?? languageIn(heard);
  const greetings = before.hasGreeted ? [] : [greetingIn(language)];
  if (heard.kind !== 'own') return { talk: { ...before, language, hasGreeted: true }, says: greetings };
  const [first, later] = lines[language ?? 'nl'].answers;
  const talk = { language, hasGreeted: true, answers: before.answers + 1 };
  return { talk, says: [...greetings, before.answers === 0 ? first : later] };
}

/** In every language when nothing tells which: somebody who skips the questions does not say it. */
function greetingIn(language: Language | null): string {
  if (language !== null) return lines[language].greeting;
  return languages.map((each) => lines[each].greeting).join('\n');
}

function languageIn(heard: Heard): Language | null {
  if (heard.kind === 'silence') return null;
  return heard.kind === 'automatic' ? languageOfIntake(heard.body) : languageOfWords(heard.body);
}

const namesInIntake: Readonly<Record<string, Language>> = { Nederlands: 'nl', Engels: 'en', Frans: 'fr' };

function languageOfIntake(body: string): Language | null {
  const name = /^- Taal van de chat: (\p{L}+)$/mu.exec(body)?.[1] ?? '';
  return namesInIntake[name] ?? null;
}

/** Words that are frequent in one of the languages and in no other. */
const telling: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set('dag hallo ik mijn jij het een niet er iemand hoe wat dat'.split(' ')),
  en: new Set('hello hi i my you the and not it there somebody anyone how what that'.split(' ')),
  fr: new Set('bonjour salut mon ma vous le la les un une et il est quelqu que'.split(' ')),
};

function languageOfWords(body: string): Language | null {
  const words = body.toLowerCase().split(/[^\p{L}]+/u);
  const count = (language: Language): number => words.filter((word) => telling[language].has(word)).length;
  const [likeliest = 'nl', second = 'nl'] = languages.toSorted((one, other) => count(other) - count(one));
  return count(likeliest) > count(second) ? likeliest : null;
}
