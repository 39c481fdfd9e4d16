import { emptyFeedback, type FeedbackFields } from '../../state/feedback.ts';
import type { Example } from '../example.ts';
import type { FeedbackFormProps } from './feedback-form.tsx';

const pass = { week: '2026-W48', token: '', signature: '' };
const filled: FeedbackFields = {
  choices: { heard: 'yes', helped: 'somewhat', nextStep: 'withheld', easy: null },
  remark: 'Dank je wel voor je tijd.',
};
const long: FeedbackFields = { ...filled, remark: 'Dank je wel voor je tijd. '.repeat(25) };

/** The states of the questions after the end. */
export const examples: readonly Example<FeedbackFormProps>[] = [
  {
    name: 'nothing filled in',
    props: { feedback: { name: 'asking', pass, fields: emptyFeedback, problem: null } },
  },
  { name: 'filled in', props: { feedback: { name: 'asking', pass, fields: filled, problem: null } } },
  {
    name: 'a remark that is too long',
    props: { feedback: { name: 'asking', pass, fields: long, problem: 'too-long' } },
  },
  { name: 'on its way', props: { feedback: { name: 'sending', pass, fields: filled } } },
  {
    name: 'it did not get there',
    props: { feedback: { name: 'asking', pass, fields: filled, problem: 'not-sent' } },
  },
];
