import type { Example } from '../example.ts';
import type { BlockedScreenProps } from './blocked-screen.tsx';

/** The states of a chat that is not there for this caller. */
export const examples: readonly Example<BlockedScreenProps>[] = [
  { name: 'at the start', props: { screen: { name: 'blocked', draft: '' } } },
  {
    name: 'with words that were never sent',
    props: { screen: { name: 'blocked', draft: 'Ben je er nog?' } },
  },
];
