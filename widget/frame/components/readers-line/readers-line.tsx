import type { JSX } from 'preact';
import { fill } from '../../texts/fill.ts';
import { useFrame } from '../frame-context.ts';
import './readers-line.css';

/** What those who can read now work for, the counsellor first. */
export type ReadersLineProps = { readonly organisations: readonly ('CAW' | 'VK')[] };

/**
 * Who can read what is written now, for as long as it is so: an organisation and a number, never a name (R25). Nothing while
 * nobody is there. It does not announce itself: the log has said each change already (S13).
 */
export function ReadersLine({ organisations }: ReadersLineProps): JSX.Element | null {
  const { texts } = useFrame();
  const [only] = organisations;
  if (only === undefined) return null;
  return (
    <p class="readers-line">
      {organisations.length === 1
        ? fill(texts['readers.one'], { organisation: only })
        : fill(texts['readers.several'], {
            count: organisations.length,
            organisations: [...new Set(organisations)].join(', '),
          })}
    </p>
  );
}
