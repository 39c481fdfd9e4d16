import type { Example } from '../example.ts';
import type { FrameHeaderProps } from './frame-header.tsx';

/** The states of the header. */
export const examples: readonly Example<FrameHeaderProps>[] = [
  { name: 'at rest', props: { presses: 0 } },
  { name: 'Shift was pressed twice', props: { presses: 2 } },
];
