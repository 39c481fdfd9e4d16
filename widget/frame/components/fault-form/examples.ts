import type { Example } from '../example.ts';
import type { FaultFormProps } from './fault-form.tsx';

const form = {
  noticedAt: Date.UTC(2026, 10, 30, 16, 5),
  code: 'not-loaded',
  description: '',
  hasBrowser: false,
  isSent: false,
};

/** The form, empty, filled in, and sent. */
export const examples: readonly Example<FaultFormProps>[] = [
  { name: 'empty', props: { form } },
  { name: 'filled in', props: { form: { ...form, description: 'Het scherm bleef wit.', hasBrowser: true } } },
  { name: 'sent', props: { form: { ...form, isSent: true } } },
];
