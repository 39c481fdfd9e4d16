import type { FrameFailure } from '../../state/frame-state.ts';
import { exampleOfEach, type Example } from '../example.ts';
import type { FailedScreenProps } from './failed-screen.tsx';

const screen = { name: 'failed', hasSent: false, draft: '' } as const;

/** The states of a chat that cannot be secured. */
export const examples: readonly Example<FailedScreenProps>[] = [
  ...exampleOfEach<FrameFailure, FailedScreenProps>(
    {
      'no-webassembly': 'an old browser',
      'not-loaded': 'a line that was lost',
      'crypto-failed': 'encryption that does not work',
      'homeserver-refused': 'refused by the homeserver',
      'frame-broke': 'the page itself broke',
    },
    (failure) => ({ screen: { ...screen, failure } }),
  ),
  {
    name: 'in the midst of it',
    props: { screen: { ...screen, failure: 'crypto-failed', hasSent: true, draft: 'En dan' } },
  },
];
