import type { Log } from '../../state/log.ts';
import type { Example } from '../example.ts';
import { examples as messages } from '../message/examples.ts';
import type { MessageLogProps } from './message-log.tsx';

const waiting: Log = [
  { kind: 'automatic', id: 'line-0', line: 'searching' },
  { kind: 'automatic', id: 'line-1', line: 'intake-goes-along' },
];

const talk: Log = [
  ...waiting,
  ...messages.slice(2, 7).map(({ props }, index) => ({ ...props.entry, id: `example-${index}` })),
];

/** The states of the log. */
export const examples: readonly Example<MessageLogProps>[] = [
  { name: 'waiting', props: { log: waiting, isCounsellorTyping: false, isFollowed: true } },
  { name: 'talking', props: { log: talk, isCounsellorTyping: true, isFollowed: true } },
];
