import type { Example } from '../example.ts';
import type { NewMessageProps } from './new-message.tsx';

/** The only state of what leads to the newest message. */
export const examples: readonly Example<NewMessageProps>[] = [
  { name: 'always', props: { onPress: () => undefined } },
];
