/** What the desk says about the coordinator: how things stand, stopping everything, off-boarding (S30, S37). */
export type CoordinationMessage = { readonly code: 'nothing-yet' };
