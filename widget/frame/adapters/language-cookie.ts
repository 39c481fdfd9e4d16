import { deviceStores } from '../../../appservice/contract/device-stores.ts';
import type { Language } from '../state/language.ts';

/** What marks a cookie of this host alone; browsers take it over TLS only. */
const hostPrefix = '__Host-';

/** The name of the cookie, which says nothing about the helpline (S9); a demo without TLS has it without its prefix. */
function languageCookieName(isSecure: boolean): string {
  const { name } = deviceStores.language;
  return isSecure ? name : name.replace(hostPrefix, '');
}

/** The language that the caller chose earlier, as it was kept; null when nothing was, or when the browser lets nothing be read. */
export function recallLanguage(page: Pick<Document, 'cookie'>): string | null {
  const names = [languageCookieName(true), languageCookieName(false)];
  try {
    const cookies = page.cookie.split('; ').map((each) => each.split('='));
    return cookies.find(([name = '']) => names.includes(name))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Keeps the choice, and nothing but its code, until the browser ends. A browser that lets nothing be kept asks its language again (R85). */
export function rememberLanguage(
  page: Pick<Document, 'cookie'>,
  isSecure: boolean,
  language: Language,
): void {
  const secure = isSecure ? '; Secure' : '';
  try {
    page.cookie = `${languageCookieName(isSecure)}=${language}; Path=/; SameSite=Strict${secure}`;
  } catch {
    // The choice holds as long as the page is open.
  }
}
