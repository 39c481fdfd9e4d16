import { webPage } from '../host-messages.ts';

/** What the script tag of a host page says. */
export type TagAttributes = {
  /** Language tag; null leaves it to the caller's browser. */
  readonly language: string | null;
  /** For whom the chat's words are (R3); null is everybody. */
  readonly audience: string | null;
  /** Where every way out leads as long as the frame has not named the administrator's page. */
  readonly exitUrl: string;
};

/**
 * Where three presses of Shift lead to as long as neither script tag nor frame has named a page: the default of the setting
 * `contact.exitUrl`, so that no way out leads to another page than the red button does (S3).
 */
export const defaultExitUrl = 'https://www.wikipedia.org/';

/** Reads `data-language`, `data-audience` and `data-exit`. What is not understood counts as not said, and whoever builds the page is told so. */
export function readTagAttributes(tag: DOMStringMap, warn: (sentence: string) => void): TagAttributes {
  const read = (name: string, pattern: RegExp): string | null => {
    const value = tag[name] ?? null;
    if (value === null || pattern.test(value)) return value;
    warn(`data-${name}="${value}" must match ${String(pattern)}`);
    return null;
  };
  return {
    language: read('language', /^(nl|en|fr)\b/i),
    audience: read('audience', /^child$/),
    exitUrl: read('exit', webPage) ?? defaultExitUrl,
  };
}
