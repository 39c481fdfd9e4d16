/** A secret that makes a repeated start harmless: 32 random bytes, base64url (contract, `StartRequest`). */
export function createRequestSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A few random characters that tell one page of a conversation from the next (R27); no secret. */
export function createPageId(): string {
  return `${createRequestSecret().slice(0, 6)}-`;
}

/** A number from 0 to 1, for pauses that should not fall together. */
export function chance(): number {
  return (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
}
