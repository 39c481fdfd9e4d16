import type { Texts } from '../../texts/keys.ts';
import type { WordedExample } from '../example.ts';
import type { TextFieldProps } from './text-field.tsx';

const onEdit = (): void => undefined;

const nickname = (texts: Texts, value: string): TextFieldProps => ({
  id: 'nickname',
  label: texts['intake.nickname'],
  hint: texts['intake.nicknameHint'],
  limitCharacters: 40,
  value,
  onEdit,
});

/** The states of a line to fill in. */
export const examples: readonly WordedExample<TextFieldProps>[] = [
  { name: 'empty', propsIn: (texts) => nickname(texts, '') },
  { name: 'as long as it may be', propsIn: (texts) => nickname(texts, 'm'.repeat(40)) },
  {
    name: 'with a remark',
    propsIn: (texts) => ({ ...nickname(texts, 'Jan Peeters'), remark: texts['intake.nicknameWarning'] }),
  },
  {
    name: 'with a problem',
    propsIn: (texts) => ({
      id: 'age',
      label: texts['intake.age'],
      limitCharacters: 20,
      isNumeric: true,
      value: 'abc',
      problem: texts['intake.ageProblem'],
      onEdit,
    }),
  },
];
