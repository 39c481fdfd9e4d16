import type { Language } from '../../widget/frame/state/language.ts';
import type { Audience } from '../../widget/frame/state/wording.ts';
import { enChild } from '../../widget/frame/texts/child/en.ts';
import { frChild } from '../../widget/frame/texts/child/fr.ts';
import { nlChild } from '../../widget/frame/texts/child/nl.ts';
import { en } from '../../widget/frame/texts/en.ts';
import { fr } from '../../widget/frame/texts/fr.ts';
import type { Texts } from '../../widget/frame/texts/keys.ts';
import { nl } from '../../widget/frame/texts/nl.ts';

/** What children read instead, by language. */
export const childTexts: Readonly<Record<Language, Partial<Texts>>> = {
  nl: nlChild,
  en: enChild,
  fr: frChild,
};

const everybody: Readonly<Record<Language, Texts>> = { nl, en, fr };

/** All sentences of a language, as the frame shows them without any of an administrator's. */
export function textsOf(language: Language, audience: Audience = 'everybody'): Texts {
  return audience === 'child' ? { ...everybody[language], ...childTexts[language] } : everybody[language];
}
