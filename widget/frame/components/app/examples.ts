import { initialState, type FrameState } from '../../state/frame-state.ts';
import type { Example } from '../example.ts';
import type { AppProps } from './app.tsx';

const fresh: FrameState = {
  ...initialState({
    language: 'nl',
    audience: 'everybody',
    nowMs: Date.UTC(2026, 10, 23, 9),
    brusselsProvince: 'vlaams-brabant',
  }),
  status: { state: 'online', reason: null, nextOpening: null },
};

/** The states of the whole frame; each screen has its own examples. */
export const examples: readonly Example<AppProps>[] = [
  { name: 'the first screen', props: { state: fresh } },
  {
    name: 'Shift was pressed once',
    props: { state: { ...fresh, shiftPresses: 1, announcement: 'exit-two-more' } },
  },
  { name: 'left', props: { state: { ...fresh, screen: { name: 'left' } } } },
];
