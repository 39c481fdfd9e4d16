import type { Example } from '../example.ts';
import type { PageLinkProps } from './page-link.tsx';

/** The only state of a link to a page. */
export const examples: readonly Example<PageLinkProps>[] = [
  { name: 'always', props: { page: 'traces', children: 'Sporen op je toestel' } },
];
