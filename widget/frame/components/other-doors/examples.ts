import type { Example } from '../example.ts';
import type { OtherDoorsProps } from './other-doors.tsx';

/** The states of the doors. */
export const examples: readonly Example<OtherDoorsProps>[] = [
  { name: 'with what to know', props: { isBrief: false } },
  { name: 'links only', props: { isBrief: true } },
];
