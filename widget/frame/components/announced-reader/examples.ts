import type { Example } from '../example.ts';
import type { AnnouncedReaderProps } from './announced-reader.tsx';

/** The states of a colleague who was announced. */
export const examples: readonly Example<AnnouncedReaderProps>[] = [
  {
    name: 'will read along, and may be refused',
    props: { organisation: 'CAW', purpose: 'reads-along', mayBeRefused: true },
  },
  {
    name: 'will take over, and may be refused',
    props: { organisation: 'VK', purpose: 'takes-over', mayBeRefused: true },
  },
  {
    name: 'was refused, or can no longer be',
    props: { organisation: 'CAW', purpose: 'reads-along', mayBeRefused: false },
  },
];
