import type { Example, NoProps } from '../example.ts';

/** The only state of the privacy summary. */
export const examples: readonly Example<NoProps>[] = [{ name: 'always', props: {} }];
