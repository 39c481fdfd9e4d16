import { measureRemark } from '../../state/feedback.ts';
import { nl } from '../../texts/nl.ts';
import type { Example } from '../example.ts';
import type { RemarkFieldProps } from './remark-field.tsx';

const example = (name: string, value: string, isProblem = false): Example<RemarkFieldProps> => ({
  name,
  props: {
    id: 'feedback-remark',
    label: nl['feedback.remark'],
    hint: nl['feedback.remarkHint'],
    value,
    measure: measureRemark(value),
    isProblem,
    onEdit: () => undefined,
  },
});

/** The states of a field for a few lines. */
export const examples: readonly Example<RemarkFieldProps>[] = [
  example('empty', ''),
  example('near its end', 'Dank je wel. '.repeat(36)),
  example('too long', 'Dank je wel. '.repeat(50), true),
];
