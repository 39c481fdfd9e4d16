/** What the desk says about conversations that are over: reopened, shared, looked at (R53, R55, S32). */
export type AftermathMessage = { readonly code: 'nothing-yet' };
