import type { JSX } from 'preact';
import type { InfoPageName, PageName } from '../../state/open-page.ts';
import type { TextKey } from '../../texts/keys.ts';
import { useFrame } from '../frame-context.ts';
import { PageLink } from '../page-link/page-link.tsx';
import './page-links.css';

/** The pages, in the order in which they are always named (3.2.6), each by its heading. */
const pages: readonly (readonly [InfoPageName, TextKey])[] = [
  ['leave-quickly', 'leave.heading'],
  ['traces', 'traces.heading'],
  ['privacy', 'privacy.heading'],
  ['cookies', 'cookies.heading'],
  ['about', 'about.heading'],
];

/** Which page one is on. */
export type PageLinksProps = { readonly current: PageName | null };

/** The foot of a screen or page: the other pages, and where to complain (R33, R40, R85). */
export function PageLinks({ current }: PageLinksProps): JSX.Element {
  const { texts, settings } = useFrame();
  return (
    <nav class="page-links" aria-label={texts['page.more']}>
      <ul>
        {pages
          .filter(([page]) => page !== current)
          .map(([page, key]) => (
            <li key={page}>
              <PageLink page={page}>{texts[key]}</PageLink>
            </li>
          ))}
        {current !== 'about' && (
          <li>
            <a href={settings.organisation.complaintUrl} target="_blank" rel="noopener noreferrer">
              {texts['about.complaintLink']}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
