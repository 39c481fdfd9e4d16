import type { JSX } from 'preact';
import { useFrame } from '../frame-context.ts';
import { PageLink } from '../page-link/page-link.tsx';
import './privacy-summary.css';

/** Who reads, how the words are kept, how the address is: three lines before the first word, and the whole notice one link away (R8). */
export function PrivacySummary(): JSX.Element {
  const { texts } = useFrame();
  return (
    <section class="privacy-summary" aria-labelledby="privacy-summary">
      <h2 id="privacy-summary">{texts['start.privacyHeading']}</h2>
      <ul>
        <li>{texts['start.privacyWho']}</li>
        <li>{texts['start.privacyKept']}</li>
        <li>{texts['start.privacyIp']}</li>
      </ul>
      <p>{texts['start.properUse']}</p>
      <p>
        <PageLink page="privacy">{texts['start.privacyLink']}</PageLink>
      </p>
    </section>
  );
}
