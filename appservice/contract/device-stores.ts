/**
 * All that the caller's side may leave in a browser: at most two cookies, both needed for the chat itself (R83), and one database
 * that is noise without a key of ours (S7). The cookie page is made from this list (R85), whoever sets or opens one takes its
 * name from it, and a test holds it against the real cookie jar. No name says what the chat is about (S9).
 */
export type DeviceStore = {
  readonly id: 'resume' | 'language' | 'messages';
  readonly kind: 'cookie' | 'database';
  /** As a browser's settings show it; of a database, how the name begins. */
  readonly name: string;
  /** How long it is of use, minutes; null: until the browser is closed. */
  readonly lifetimeMinutes: number | null;
};

/** The two cookies and the database, in the order of the cookie page. */
export const deviceStores = {
  /** Proves the caller for five minutes after the last contact (R27, design 5). `HttpOnly`: no script reads it. */
  resume: { id: 'resume', kind: 'cookie', name: '__Host-session', lifetimeMinutes: 5 },
  /** The language that the caller chose (R84). */
  language: { id: 'language', kind: 'cookie', name: '__Host-language', lifetimeMinutes: null },
  /** The crypto worker's store, encrypted under a key that only the service has, for as long as `resume` counts (design 5). */
  messages: { id: 'messages', kind: 'database', name: 'chat', lifetimeMinutes: 5 },
} as const satisfies { readonly [Id in DeviceStore['id']]: DeviceStore & { readonly id: Id } };
