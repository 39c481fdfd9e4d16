/** What the helpline's status is to the button; `unknown` until the first answer. */
export type HelplineState = 'unknown' | 'online' | 'busy' | 'offline';

/** What the button shows: the helpline's status, or that a conversation goes on behind it, with or without news. */
export type ButtonState = HelplineState | 'talk' | 'news';

/** The helpline's state in a status that came over the wire; anything unexpected is offline (R12). */
export function readState(value: unknown): HelplineState {
  const state = fieldOf(value, 'state');
  return state === 'online' || state === 'busy' ? state : 'offline';
}

/** Whether the service refuses its status to this website, in its contract's code (`appservice/contract/error-codes.ts`). */
export function isForeignSite(value: unknown): value is { readonly error?: unknown } {
  return fieldOf(value, 'errcode') === 'HELPLINE_NOT_HERE';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The own conversation goes before the status: whoever talks is not told that all are busy, because it is with them. */
export function buttonState(helpline: HelplineState, unread: number | null): ButtonState {
  if (unread === null) return helpline;
  return unread > 0 ? 'news' : 'talk';
}
