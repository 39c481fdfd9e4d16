import { z } from 'zod';
import { en } from '../../widget/frame/texts/en.ts';
import { fr } from '../../widget/frame/texts/fr.ts';
import { nl } from '../../widget/frame/texts/nl.ts';

type OurTexts = Readonly<Record<string, string>>;

/** Short words, such as those of a button, may become this long, in characters; longer sentences may double. */
const shortWordsLimit = 40;

/** Own sentences in the place of ours, by key. The places in braces are filled in by the widget, so each must stay. */
function ownSentences(ours: OurTexts, forWhom: string) {
  return z
    .record(z.string(), z.string())
    .superRefine((given, context) => {
      for (const [key, text] of Object.entries(given)) {
        const message = problemOf(text, ours[key]);
        if (message !== undefined) context.addIssue({ code: 'custom', path: [key], message });
      }
    })
    .default({})
    .describe(`Own sentences for ${forWhom}.`);
}

function problemOf(text: string, ours: string | undefined): string | undefined {
  if (ours === undefined) return 'is no text of the chat: widget/frame/texts/nl.ts names them all';
  if (text.trim() === '') return 'must say something';
  const places = placesOf(ours);
  if (placesOf(text).join() !== places.join()) {
    return places.length === 0
      ? 'must have no place in braces'
      : `must have these places and no others: ${places.join(' ')}`;
  }
  const limit = Math.max(shortWordsLimit, 2 * ours.length);
  return text.length > limit ? `must be at most ${limit} characters long` : undefined;
}

function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(String).sort();
}

function textsOf(ours: OurTexts, language: string) {
  return z
    .strictObject({
      everybody: ownSentences(ours, 'everybody; where we have words for children, those stay'),
      child: ownSentences(ours, 'children'),
    })
    .prefault({})
    .describe(language);
}

/** The administrator's own words in the chat, in the place of ours (R7). */
export const textsSection = z
  .strictObject({
    nl: textsOf(nl, 'Dutch.'),
    en: textsOf(en, 'English.'),
    fr: textsOf(fr, 'French.'),
  })
  .describe(
    'Own sentences in the chat, in the place of ours. A key is that of widget/frame/texts/nl.ts, such as start.heading; what stands in braces there must stand in the new sentence, too. The button on the website and what is read before the chat is open are not among them: those words are part of the script tag’s file.',
  );
