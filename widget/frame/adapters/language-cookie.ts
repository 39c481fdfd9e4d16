import type { Language } from '../state/language.ts';

/** The only preference that is kept, and only when the caller changes it (R84); its name says nothing about the helpline (S9). */
export const languageCookieName = 'language';

/** The language that the caller chose earlier, as it was kept; null when nothing was, or when the browser lets nothing be read. */
export function recallLanguage(page: Pick<Document, 'cookie'>): string | null {
  try {
    const cookies = page.cookie.split('; ').map((each) => each.split('='));
    return cookies.find(([name]) => name === languageCookieName)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Keeps the choice until the browser ends. A browser that lets nothing be kept asks its language again (R85). */
export function rememberLanguage(
  page: Pick<Document, 'cookie'>,
  isSecure: boolean,
  language: Language,
): void {
  const secure = isSecure ? '; Secure' : '';
  try {
    page.cookie = `${languageCookieName}=${language}; Path=/widget/; SameSite=Strict${secure}`;
  } catch {
    // The choice holds as long as the page is open.
  }
}
