import type { Example } from '../example.ts';
import { examples as faults } from '../fault-form/examples.ts';
import type { InfoPageProps } from './info-page.tsx';

/** Every page, and what it says of the chat beneath. */
export const examples: readonly Example<InfoPageProps>[] = [
  { name: 'about', props: { page: { name: 'about' }, news: null } },
  { name: 'how to leave quickly', props: { page: { name: 'leave-quickly' }, news: null } },
  { name: 'traces', props: { page: { name: 'traces' }, news: null } },
  { name: 'privacy', props: { page: { name: 'privacy' }, news: null } },
  { name: 'cookies', props: { page: { name: 'cookies' }, news: null } },
  ...faults.map(({ name, props: { form } }) => ({
    name: `fault, ${name}`,
    props: { page: { name: 'fault', form } as const, news: null },
  })),
  { name: 'a message came', props: { page: { name: 'traces' }, news: 'message' } },
  { name: 'a counsellor came', props: { page: { name: 'privacy' }, news: 'counsellor' } },
  { name: 'the screen beneath changed', props: { page: { name: 'cookies' }, news: 'screen' } },
];
