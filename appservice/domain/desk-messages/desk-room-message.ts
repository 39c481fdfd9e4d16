/** What the desk says about the desk rooms themselves: edits, wrong rooms, old cards (design 7). */
export type DeskRoomMessage = { readonly code: 'nothing-yet' };
