import type { Example } from '../example.ts';
import type { EndConfirmationProps } from './end-confirmation.tsx';

/** The states of the question before the end. */
export const examples: readonly Example<EndConfirmationProps>[] = [
  { name: 'everything was sent', props: { hasHeldWords: false } },
  { name: 'words are still waiting', props: { hasHeldWords: true } },
];
