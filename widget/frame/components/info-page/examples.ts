import type { Example } from '../example.ts';
import type { InfoPageProps } from './info-page.tsx';

/** Every page, and what it says of the chat beneath. */
export const examples: readonly Example<InfoPageProps>[] = [
  { name: 'about', props: { name: 'about', news: null } },
  { name: 'how to leave quickly', props: { name: 'leave-quickly', news: null } },
  { name: 'traces', props: { name: 'traces', news: null } },
  { name: 'privacy', props: { name: 'privacy', news: null } },
  { name: 'cookies', props: { name: 'cookies', news: null } },
  { name: 'a message came', props: { name: 'traces', news: 'message' } },
  { name: 'a counsellor came', props: { name: 'privacy', news: 'counsellor' } },
  { name: 'the screen beneath changed', props: { name: 'cookies', news: 'screen' } },
];
