import type { Example } from '../example.ts';
import type { IconProps } from './icon.tsx';

/** The states of the icon. */
export const examples: readonly Example<IconProps>[] = [
  { name: 'leave', props: { name: 'leave' } },
  { name: 'online', props: { name: 'online' } },
  { name: 'busy', props: { name: 'busy' } },
  { name: 'offline', props: { name: 'offline' } },
  { name: 'read', props: { name: 'read' } },
];
