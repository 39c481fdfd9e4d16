import type { Example } from '../example.ts';
import type { AutomaticLineProps } from './automatic-line.tsx';

/** The states of an automatic line. */
export const examples: readonly Example<AutomaticLineProps>[] = [
  { name: 'somebody is looked for', props: { line: 'searching' } },
  { name: 'it takes long', props: { line: 'takes-long' } },
  { name: 'somebody is there', props: { line: 'joined-caw' } },
  { name: 'somebody else is looked for', props: { line: 'returned' } },
  { name: 'the connection is gone', props: { line: 'connection-lost' } },
];
