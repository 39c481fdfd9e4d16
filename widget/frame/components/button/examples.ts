import type { Example } from '../example.ts';
import type { ButtonProps } from './button.tsx';

const onPress = (): void => undefined;

/** The states of a button. */
export const examples: readonly Example<ButtonProps>[] = [
  { name: 'the one thing to do', props: { look: 'primary', children: 'Start de chat', onPress } },
  { name: 'its equal', props: { look: 'plain', children: 'Overslaan', onPress } },
  { name: 'always there', props: { look: 'quiet', children: 'Stop gesprek', onPress } },
  { name: 'refused for now', props: { look: 'primary', children: 'Verstuur', onPress, isRefused: true } },
];
