/** What the desk says about the register of contacts and the dossier (R62 to R65). */
export type RegisterMessage = { readonly code: 'nothing-yet' };
