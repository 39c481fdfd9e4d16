import { loaderTexts } from '../../widget/loader/texts.ts';
import { languages, type Language } from '../../widget/frame/state/language.ts';
import { languageNames } from '../../widget/frame/texts/language-names.ts';
import { loadTexts } from '../../widget/frame/texts/load-texts.ts';

/** All that callers read in one place and one language. */
export type CallerWords = {
  /** Such as `fr, chat for children`. */
  readonly name: string;
  readonly language: Language;
  readonly isForChildren: boolean;
  readonly texts: Readonly<Record<string, string>>;
};

/** Every sentence that callers read, as they read it: what a child reads is whole, with what is the same for everybody. */
export async function readCallerWords(): Promise<readonly CallerWords[]> {
  const all = languages.map(async (language) => {
    const [everybody, child] = await Promise.all([
      loadTexts({ language, audience: 'everybody' }, {}),
      loadTexts({ language, audience: 'child' }, {}),
    ]);
    return [
      { name: `${language}, chat`, language, isForChildren: false, texts: everybody },
      { name: `${language}, chat for children`, language, isForChildren: true, texts: child },
      {
        name: `${language}, button on the website`,
        language,
        isForChildren: false,
        texts: buttonWords(language),
      },
    ];
  });
  return (await Promise.all(all)).flat();
}

/** The language's tag is no word. */
function buttonWords(language: Language): Readonly<Record<string, string>> {
  const words = Object.entries(loaderTexts(language)).filter(([key]) => key !== 'language');
  return { ...Object.fromEntries(words), languageName: languageNames[language] };
}
