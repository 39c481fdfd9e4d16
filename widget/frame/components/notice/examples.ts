import type { WordedExample } from '../example.ts';
import type { NoticeProps } from './notice.tsx';

/** The states of a notice. */
export const examples: readonly WordedExample<NoticeProps>[] = [
  {
    name: 'not secure yet',
    propsIn: (texts) => ({ icon: 'lock', children: texts['conversation.notSecure'] }),
  },
  {
    name: 'no connection',
    propsIn: (texts) => ({ icon: 'warning', children: texts['conversation.notConnected'] }),
  },
];
