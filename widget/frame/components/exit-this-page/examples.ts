import type { Example } from '../example.ts';
import type { ExitThisPageProps } from './exit-this-page.tsx';

/** The states of the exit. */
export const examples: readonly Example<ExitThisPageProps>[] = [
  { name: 'at rest', props: { presses: 0 } },
  { name: 'after one press of Shift', props: { presses: 1 } },
  { name: 'after two presses of Shift', props: { presses: 2 } },
];
