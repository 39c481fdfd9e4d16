import type { Example, NoProps } from '../example.ts';

/** The only state of the choice of language: the surroundings say which one is read. */
export const examples: readonly Example<NoProps>[] = [{ name: 'always', props: {} }];
