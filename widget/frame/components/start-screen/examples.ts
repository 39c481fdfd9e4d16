import type { ShownStatus } from '../../state/shown-status.ts';
import type { Example } from '../example.ts';
import type { StartScreenProps } from './start-screen.tsx';

const nowMs = Date.UTC(2026, 10, 23, 9);
const online: ShownStatus = { state: 'online', reason: null, nextOpening: null };
const screen = { name: 'start', problem: null, draft: '' } as const;

/** The states of the first screen; those of a closed chat are the examples of `unavailable`. */
export const examples: readonly Example<StartScreenProps>[] = [
  { name: 'not known yet', props: { screen, status: null, nowMs } },
  { name: 'open', props: { screen, status: online, nowMs } },
  {
    name: 'the start failed',
    props: { screen: { ...screen, problem: 'unreachable', draft: 'Hallo' }, status: online, nowMs },
  },
  { name: 'somebody was first', props: { screen: { ...screen, problem: 'busy' }, status: online, nowMs } },
  {
    name: 'it was closed just then',
    props: { screen: { ...screen, problem: 'offline' }, status: online, nowMs },
  },
  { name: 'too many starts', props: { screen: { ...screen, problem: 'limited' }, status: online, nowMs } },
  {
    name: 'the conversation in the other window is over',
    props: { screen: { ...screen, problem: 'over' }, status: online, nowMs },
  },
];
