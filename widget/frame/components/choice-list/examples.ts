import type { Sex } from '../../state/intake.ts';
import type { Texts } from '../../texts/keys.ts';
import type { WordedExample } from '../example.ts';
import type { ChoiceListProps } from './choice-list.tsx';

const given = (texts: Texts, chosen: Sex | null): ChoiceListProps<Sex> => ({
  name: 'sex',
  legend: texts['intake.sex'],
  choices: [
    { value: 'woman', label: texts['sex.woman'] },
    { value: 'man', label: texts['sex.man'] },
    { value: 'other', label: texts['sex.other'] },
    { value: 'withheld', label: texts['sex.withheld'] },
  ],
  chosen,
  onChoose: () => undefined,
});

/** The states of a list of choices. */
export const examples: readonly WordedExample<ChoiceListProps<Sex>>[] = [
  { name: 'nothing chosen', propsIn: (texts) => given(texts, null) },
  { name: 'one chosen', propsIn: (texts) => given(texts, 'withheld') },
];
