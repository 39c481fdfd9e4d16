import type { Example } from '../example.ts';
import type { KeptWordsProps } from './kept-words.tsx';

/** The states of kept words. */
export const examples: readonly Example<KeptWordsProps>[] = [
  { name: 'nothing was typed', props: { words: '' } },
  { name: 'something was typed', props: { words: 'Ik weet niet goed hoe ik moet beginnen.' } },
];
