import type { Example } from '../example.ts';
import type { StatusLineProps } from './status-line.tsx';

/** The states of the status line. */
export const examples: readonly Example<StatusLineProps>[] = [
  { name: 'not known yet', props: { state: 'unknown' } },
  { name: 'online', props: { state: 'online' } },
  { name: 'busy', props: { state: 'busy' } },
  { name: 'offline', props: { state: 'offline' } },
];
