/** What the desk says about how a conversation goes on: rhythm, snippets, the end of a shift (R15, S5, S40). */
export type CourseMessage = { readonly code: 'nothing-yet' };
