import type { Example, NoProps } from '../example.ts';

/** It has one state. */
export const examples: readonly Example<NoProps>[] = [{ name: 'answers were sent', props: {} }];
