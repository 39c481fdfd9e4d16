/** Letters of a session key that two people compare: 12 of base64, so that nobody finds another key that begins alike. */
const codeLength = 12;

/**
 * What is compared by telephone before a new identity is pinned (design 4): the beginning of the key of a session, in groups of
 * four. Element shows that key to its owner (Settings, Encryption, Advanced: session key); a master key it shows to nobody.
 */
export function sessionCode(sessionKey: string): string {
  return (sessionKey.slice(0, codeLength).match(/.{1,4}/gu) ?? []).join(' ');
}

/** Whether what somebody typed is the code of a session; capitals count for nothing, because nobody hears them. */
export function isCodeOf(typed: string, sessionKey: string): boolean {
  const letters = folded(typed);
  return letters.length === codeLength && folded(sessionCode(sessionKey)) === letters;
}

function folded(code: string): string {
  return code.replaceAll(/\s/gu, '').toLowerCase();
}

/** `WHO CODE`, the code with or without spaces; no code when what stands there is none. */
export function withTrailingCode(text: string): { readonly who: string; readonly code: string | null } {
  const found = /^(?<who>.*?\S)\s+(?<code>(?:[A-Za-z0-9+/]\s*){12})$/u.exec(text);
  const { who, code } = found?.groups ?? {};
  return who === undefined || code === undefined ? { who: text, code: null } : { who, code };
}
