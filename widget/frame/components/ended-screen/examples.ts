import { talk, talkUnsent } from '../conversation-screen/example-logs.ts';
import { emptyFeedback } from '../../state/feedback.ts';
import type { Example } from '../example.ts';
import type { EndedScreenProps } from './ended-screen.tsx';

const screen = {
  name: 'ended',
  by: 'counsellor',
  log: talk,
  earlier: { state: 'none', count: 0 },
  draft: '',
  feedback: { name: 'none' },
} as const;
const pass = { week: '2026-W48', token: '', signature: '' };
const asking = { name: 'asking', pass, fields: emptyFeedback, problem: null } as const;

/** The states after the end. */
export const examples: readonly Example<EndedScreenProps>[] = [
  { name: 'by the counsellor', props: { screen } },
  { name: 'by the caller', props: { screen: { ...screen, by: 'caller', log: talkUnsent } } },
  {
    name: 'with words that a reload has hidden',
    props: { screen: { ...screen, earlier: { state: 'hidden', count: 3 } } },
  },
  { name: 'by the caller, nothing said', props: { screen: { ...screen, by: 'caller', log: [] } } },
  { name: 'the connection was gone', props: { screen: { ...screen, by: 'gone', draft: 'Ben je er nog?' } } },
  { name: 'with questions', props: { screen: { ...screen, feedback: asking } } },
  { name: 'with thanks', props: { screen: { ...screen, feedback: { name: 'thanked' } } } },
  { name: 'a failure', props: { screen: { ...screen, by: 'failure', log: [] } } },
  { name: 'nobody knows why', props: { screen: { ...screen, by: null, log: [] } } },
];
