import { callerLanguages, type CallerLanguage } from '../../../appservice/contract/language.ts';

/** A language the caller's side is complete in (R7). */
export const languages = callerLanguages;

/** A language the caller's side is complete in (R7). */
export type Language = CallerLanguage;

/** What decides on the language, each as a tag such as `fr-BE` or null. */
export type LanguageWishes = {
  /** What the caller chose in this browser before (R84). */
  readonly chosen: string | null;
  /** What the host page's script tag says. */
  readonly asked: string | null;
  /** What the browser is set to, the most wanted one first. */
  readonly browser: readonly string[];
};

/** The language of a tag such as `fr-BE`; undefined when we do not speak it. */
export function languageOfTag(tag: string | null): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((each) => each === primary);
}

/** The caller's own choice goes before the page's, the page's before the browser's; Dutch when we speak none of them (R7). */
export function chooseLanguage({ chosen, asked, browser }: LanguageWishes): Language {
  return [chosen, asked, ...browser].map(languageOfTag).find((language) => language !== undefined) ?? 'nl';
}
