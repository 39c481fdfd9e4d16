import { nl } from '../../texts/nl.ts';
import type { Example } from '../example.ts';
import type { NoticeProps } from './notice.tsx';

/** The states of a notice. */
export const examples: readonly Example<NoticeProps>[] = [
  { name: 'not secure yet', props: { icon: 'lock', children: nl['conversation.notSecure'] } },
  { name: 'no connection', props: { icon: 'warning', children: nl['conversation.notConnected'] } },
];
