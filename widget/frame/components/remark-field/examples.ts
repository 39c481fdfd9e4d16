import { measureRemark } from '../../state/feedback.ts';
import type { WordedExample } from '../example.ts';
import type { RemarkFieldProps } from './remark-field.tsx';

const example = (name: string, value: string, isProblem = false): WordedExample<RemarkFieldProps> => ({
  name,
  propsIn: (texts) => ({
    id: 'feedback-remark',
    label: texts['feedback.remark'],
    hint: texts['feedback.remarkHint'],
    value,
    measure: measureRemark(value),
    isProblem,
    onEdit: () => undefined,
  }),
});

/** The states of a field for a few lines. */
export const examples: readonly WordedExample<RemarkFieldProps>[] = [
  example('empty', ''),
  example('near its end', 'Dank je wel. '.repeat(36)),
  example('too long', 'Dank je wel. '.repeat(50), true),
];
