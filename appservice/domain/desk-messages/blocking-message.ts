/** What the desk says about blocks: made, lifted, listed, doubted (R35). */
export type BlockingMessage = { readonly code: 'nothing-yet' };
