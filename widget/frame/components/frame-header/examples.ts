import type { Example } from '../example.ts';
import type { FrameHeaderProps } from './frame-header.tsx';

/** The states of the header. */
export const examples: readonly Example<FrameHeaderProps>[] = [
  { name: 'at rest', props: { presses: 0, isLanguageMissing: false } },
  { name: 'Shift was pressed twice', props: { presses: 2, isLanguageMissing: false } },
  { name: 'the language that was chosen did not come', props: { presses: 0, isLanguageMissing: true } },
];
