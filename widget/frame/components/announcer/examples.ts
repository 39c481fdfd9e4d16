import type { Example } from '../example.ts';
import type { AnnouncerProps } from './announcer.tsx';

/** The states of the announcer. */
export const examples: readonly Example<AnnouncerProps>[] = [
  { name: 'silent', props: { announcement: null } },
  { name: 'the chat became busy', props: { announcement: 'status-busy' } },
  { name: 'Shift was pressed once', props: { announcement: 'exit-two-more' } },
];
