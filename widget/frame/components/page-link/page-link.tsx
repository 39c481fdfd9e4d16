import type { ComponentChildren, JSX } from 'preact';
import type { PageName } from '../../state/open-page.ts';
import { useFrame } from '../frame-context.ts';
import './page-link.css';

/** Which page it opens. */
export type PageLinkProps = { readonly page: PageName; readonly children: ComponentChildren };

/**
 * Opens a page of information over the screen. It is a button that looks like a link: it has no address, so that nothing of the
 * topic is left in a history (R33).
 */
export function PageLink({ page, children }: PageLinkProps): JSX.Element {
  const { tell } = useFrame();
  return (
    <button
      type="button"
      class="page-link"
      onClick={(event) => {
        event.currentTarget.focus();
        tell({ kind: 'page-opened', page });
      }}
    >
      {children}
    </button>
  );
}
