import { nl } from '../../texts/nl.ts';
import type { Example } from '../example.ts';
import type { TextFieldProps } from './text-field.tsx';

const onEdit = (): void => undefined;
const nickname = { id: 'nickname', label: nl['intake.nickname'], limitCharacters: 40, onEdit };
const age = { id: 'age', label: nl['intake.age'], limitCharacters: 20, isNumeric: true, onEdit };

/** The states of a line to fill in. */
export const examples: readonly Example<TextFieldProps>[] = [
  { name: 'empty', props: { ...nickname, hint: nl['intake.nicknameHint'], value: '' } },
  {
    name: 'with a remark',
    props: { ...nickname, value: 'Jan Peeters', remark: nl['intake.nicknameWarning'] },
  },
  { name: 'with a problem', props: { ...age, value: 'abc', problem: nl['intake.ageProblem'] } },
];
