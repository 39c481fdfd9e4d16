import { messageLimit } from '../../state/composer.ts';
import type { Example } from '../example.ts';
import type { ComposerProps } from './composer.tsx';

/** The states of the composer. */
export const examples: readonly Example<ComposerProps>[] = [
  { name: 'empty', props: { draft: '' } },
  { name: 'a few words', props: { draft: 'Mag ik iets vragen?' } },
  { name: 'near the limit', props: { draft: 'a'.repeat(messageLimit - 12) } },
  { name: 'too long', props: { draft: 'a'.repeat(messageLimit + 12) } },
];
