import type { JSX } from 'preact';
import { fill } from '../../texts/fill.ts';
import { useFrame } from '../frame-context.ts';
import './readers-line.css';

/** What those who can read now work for, the counsellor first. */
export type ReadersLineProps = {
  readonly organisations: readonly ('CAW' | 'VK')[];
  /** The place in the waiting room, from 1 on (S39); null outside it. */
  readonly place: number | null;
};

/**
 * Who can read what is written now, for as long as it is so: an organisation and a number, never a name (R25). It does not announce
 * itself: the log has said each change already (S13). While nobody is there, how many wait before the caller, if that is known.
 */
export function ReadersLine({ organisations, place }: ReadersLineProps): JSX.Element | null {
  const { texts } = useFrame();
  const [only] = organisations;
  if (only === undefined) {
    if (place === null) return null;
    return (
      <p class="readers-line" role="status">
        {fill(texts['queue.before'], { count: place - 1 })}
      </p>
    );
  }
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
