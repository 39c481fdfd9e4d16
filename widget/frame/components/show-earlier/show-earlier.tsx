import type { JSX } from 'preact';
import type { Earlier } from '../../state/frame-state.ts';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';

/** What of the log an earlier page has left. */
export type ShowEarlierProps = { readonly earlier: Earlier };

/** Asks for what was said before a reload; there only while that is hidden, because somebody else may be at the device now (R27). */
export function ShowEarlier({ earlier }: ShowEarlierProps): JSX.Element | null {
  const { texts, tell } = useFrame();
  if (earlier.state !== 'hidden') return null;
  return (
    <Button
      look="quiet"
      onPress={() => {
        tell({ kind: 'earlier-asked' });
      }}
    >
      {texts['earlier.show']}
    </Button>
  );
}
