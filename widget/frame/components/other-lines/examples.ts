import type { Example, NoProps } from '../example.ts';

/** The only state of the other lines. */
export const examples: readonly Example<NoProps>[] = [{ name: 'always', props: {} }];
