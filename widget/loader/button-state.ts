/** What the helpline's status is to the button; `unknown` until the first answer. */
export type HelplineState = 'unknown' | 'online' | 'busy' | 'offline';

/** What the button shows: the helpline's status, or that a conversation goes on behind it, with or without news. */
export type ButtonState = HelplineState | 'talk' | 'news';

/** The helpline's state in a status that came over the wire; anything unexpected is offline (R12). */
export function readState(value: unknown): HelplineState {
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : undefined;
  return state === 'online' || state === 'busy' ? state : 'offline';
}

/** The own conversation goes before the status: whoever talks is not told that all are busy, because it is with them. */
export function buttonState(helpline: HelplineState, unread: number | null): ButtonState {
  if (unread === null) return helpline;
  return unread > 0 ? 'news' : 'talk';
}
