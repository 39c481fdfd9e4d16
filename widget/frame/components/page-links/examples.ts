import type { Example } from '../example.ts';
import type { PageLinksProps } from './page-links.tsx';

/** The foot of a screen, and that of a page. */
export const examples: readonly Example<PageLinksProps>[] = [
  { name: 'below a screen', props: { current: null } },
  { name: 'below a page', props: { current: 'privacy' } },
];
