import type { Example } from '../example.ts';
import type { ElsewhereScreenProps } from './elsewhere-screen.tsx';

const screen = { name: 'elsewhere', draft: '' } as const;

/** The states of a page whose conversation is in another tab. */
export const examples: readonly Example<ElsewhereScreenProps>[] = [
  { name: 'in another tab', props: { screen } },
  { name: 'words typed here', props: { screen: { ...screen, draft: 'Ik wil nog iets vragen' } } },
];
