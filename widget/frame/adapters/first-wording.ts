import { chooseLanguage } from '../state/language.ts';
import type { Wording } from '../state/wording.ts';
import { recallLanguage } from './language-cookie.ts';

/** What of the browser says which words the caller reads first. */
export type WordingSources = {
  readonly page: Pick<Document, 'cookie'>;
  readonly address: Pick<Location, 'search' | 'hash'>;
  readonly browserLanguages: readonly string[];
};

/**
 * The words of the first screen. The loader writes into the frame's address what its script tag says: the language as a
 * parameter, because the page without a script needs it too, and that it is for children after the `#`, which no server sees.
 */
export function firstWording({ page, address, browserLanguages }: WordingSources): Wording {
  const language = chooseLanguage({
    chosen: recallLanguage(page),
    asked: new URLSearchParams(address.search).get('language'),
    browser: browserLanguages,
  });
  return { language, audience: address.hash === '#child' ? 'child' : 'everybody' };
}
