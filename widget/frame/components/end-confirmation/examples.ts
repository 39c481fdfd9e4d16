import type { Example } from '../example.ts';
import type { EndConfirmationProps } from './end-confirmation.tsx';

/** The states of the question before the end. */
export const examples: readonly Example<EndConfirmationProps>[] = [
  { name: 'everything was sent', props: { isAttended: true, hasHeldWords: false } },
  { name: 'words are still waiting', props: { isAttended: true, hasHeldWords: true } },
  { name: 'nobody is there yet', props: { isAttended: false, hasHeldWords: true } },
];
