import type { Example } from '../example.ts';
import type { ReadersLineProps } from './readers-line.tsx';

/** The states of the line that says who can read. */
export const examples: readonly Example<ReadersLineProps>[] = [
  { name: 'nobody yet', props: { organisations: [], place: null } },
  { name: 'the waiting room', props: { organisations: [], place: 3 } },
  { name: 'the counsellor', props: { organisations: ['CAW'], place: null } },
  { name: 'a colleague of another organisation too', props: { organisations: ['CAW', 'VK'], place: null } },
];
