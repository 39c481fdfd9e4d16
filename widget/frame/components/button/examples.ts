import type { WordedExample } from '../example.ts';
import type { ButtonProps } from './button.tsx';

const onPress = (): void => undefined;

/** The states of a button. */
export const examples: readonly WordedExample<ButtonProps>[] = [
  {
    name: 'the one thing to do',
    propsIn: (texts) => ({ look: 'primary', children: texts['start.button'], onPress }),
  },
  { name: 'its equal', propsIn: (texts) => ({ look: 'plain', children: texts['intake.skip'], onPress }) },
  { name: 'always there', propsIn: (texts) => ({ look: 'quiet', children: texts['end.button'], onPress }) },
  {
    name: 'refused for now',
    propsIn: (texts) => ({
      look: 'primary',
      children: texts['composer.send'],
      onPress,
      isRefused: true,
    }),
  },
];
