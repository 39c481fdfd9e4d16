/** What the desk says about hand-over, consult, help call and what the caller said to it (R25, R54, S40, S43). */
export type CompanyMessage = { readonly code: 'nothing-yet' };
