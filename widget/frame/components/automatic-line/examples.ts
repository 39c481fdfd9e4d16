import type { Example } from '../example.ts';
import type { AutomaticLineProps } from './automatic-line.tsx';

/** The states of an automatic line. */
export const examples: readonly Example<AutomaticLineProps>[] = [
  { name: 'somebody is looked for', props: { line: 'searching' } },
  { name: 'it takes long', props: { line: 'takes-long' } },
  { name: 'somebody is there', props: { line: 'joined-caw' } },
  { name: 'somebody else is looked for', props: { line: 'returned' } },
  { name: 'a colleague is announced', props: { line: 'colleague-announced' } },
  { name: 'a colleague will take over', props: { line: 'take-over-announced' } },
  { name: 'a colleague was refused', props: { line: 'reader-refused' } },
  { name: 'a colleague reads along', props: { line: 'colleague-joined' } },
  { name: 'somebody has taken over', props: { line: 'taken-over-vk' } },
  { name: 'the counsellor is away', props: { line: 'counsellor-away' } },
  { name: 'rounding off', props: { line: 'round-off' } },
  { name: 'the connection is gone', props: { line: 'connection-lost' } },
];
