import { examples as conversations } from '../conversation-screen/examples.ts';
import type { Example } from '../example.ts';
import type { EndedScreenProps } from './ended-screen.tsx';

const log = conversations.find(({ name }) => name === 'talking')?.props.screen.log ?? [];
const screen = { name: 'ended', by: 'counsellor', log, draft: '' } as const;

/** The states after the end. */
export const examples: readonly Example<EndedScreenProps>[] = [
  { name: 'by the counsellor', props: { screen } },
  { name: 'by the caller, nothing said', props: { screen: { ...screen, by: 'caller', log: [] } } },
  { name: 'the connection was gone', props: { screen: { ...screen, by: 'gone', draft: 'Ben je er nog?' } } },
  { name: 'a failure', props: { screen: { ...screen, by: 'failure', log: [] } } },
];
