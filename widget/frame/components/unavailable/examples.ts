import type { ShownStatus } from '../../state/shown-status.ts';
import type { Example } from '../example.ts';
import type { UnavailableProps } from './unavailable.tsx';

/** Monday 23 November 2026, 10 in the morning in Brussels. */
const nowMs = Date.UTC(2026, 10, 23, 9);
const tuesday = '2026-11-24T16:00:00Z';

const example = (name: string, status: ShownStatus, keptWords = ''): Example<UnavailableProps> => ({
  name,
  props: { status, nowMs, keptWords },
});

const offline = (reason: ShownStatus['reason'], nextOpening: string | null): ShownStatus => ({
  state: 'offline',
  reason,
  nextOpening,
});

/** Every reason why no chat can start. */
export const examples: readonly Example<UnavailableProps>[] = [
  example('busy', { state: 'busy', reason: null, nextOpening: null }),
  example('busy, with words kept', { state: 'busy', reason: null, nextOpening: null }, 'Mag ik iets vragen?'),
  example('closed until tomorrow', offline('closed', tuesday)),
  example('a holiday', offline('holiday', '2026-12-08T16:00:00Z')),
  example('closed unforeseen', offline('exceptional', null)),
  example('nobody there', offline('nobody', null)),
  example('a fault', offline('fault', null)),
];
