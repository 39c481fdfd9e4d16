import type { Sex } from '../../state/intake.ts';
import { nl } from '../../texts/nl.ts';
import type { Example } from '../example.ts';
import type { ChoiceListProps } from './choice-list.tsx';

const given: Omit<ChoiceListProps<Sex>, 'chosen'> = {
  name: 'sex',
  legend: nl['intake.sex'],
  choices: [
    { value: 'woman', label: nl['sex.woman'] },
    { value: 'man', label: nl['sex.man'] },
    { value: 'other', label: nl['sex.other'] },
    { value: 'withheld', label: nl['sex.withheld'] },
  ],
  onChoose: () => undefined,
};

/** The states of a list of choices. */
export const examples: readonly Example<ChoiceListProps<Sex>>[] = [
  { name: 'nothing chosen', props: { ...given, chosen: null } },
  { name: 'one chosen', props: { ...given, chosen: 'withheld' } },
];
