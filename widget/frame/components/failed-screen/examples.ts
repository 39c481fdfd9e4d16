import type { Example } from '../example.ts';
import type { FailedScreenProps } from './failed-screen.tsx';

const screen = { name: 'failed', failure: 'no-webassembly', hasSent: false, draft: '' } as const;

/** The states of a chat that cannot be secured. */
export const examples: readonly Example<FailedScreenProps>[] = [
  { name: 'an old browser', props: { screen } },
  {
    name: 'in the midst of it',
    props: { screen: { ...screen, failure: 'crypto-failed', hasSent: true, draft: 'En dan' } },
  },
  { name: 'a line that was lost', props: { screen: { ...screen, failure: 'not-loaded' } } },
  { name: 'refused by the homeserver', props: { screen: { ...screen, failure: 'homeserver-refused' } } },
];
