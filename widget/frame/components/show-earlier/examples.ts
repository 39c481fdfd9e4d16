import type { Example } from '../example.ts';
import type { ShowEarlierProps } from './show-earlier.tsx';

/** The only state in which there is anything to press. */
export const examples: readonly Example<ShowEarlierProps>[] = [
  { name: 'hidden', props: { earlier: { state: 'hidden', count: 3 } } },
];
