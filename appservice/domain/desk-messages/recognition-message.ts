/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export type RecognitionMessage = { readonly code: 'nothing-yet' };
