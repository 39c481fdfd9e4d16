import type { JSX } from 'preact';
import type { ElsewhereScreen as ElsewhereScreenState } from '../../state/frame-state.ts';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import { useFirstFocus } from '../use-first-focus.ts';

/** What stays of what was typed here. */
export type ElsewhereScreenProps = { readonly screen: ElsewhereScreenState };

/** Another tab of this browser has the conversation: it can be taken over here, and the other doors stay (R27). */
export function ElsewhereScreen({ screen }: ElsewhereScreenProps): JSX.Element {
  const { texts, tell } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <div class="page">
      <h1 ref={heading} tabIndex={-1}>
        {texts['elsewhere.heading']}
      </h1>
      <p>{texts['elsewhere.explained']}</p>
      <Button
        look="primary"
        onPress={() => {
          tell({ kind: 'take-over-pressed' });
        }}
      >
        {texts['elsewhere.takeOver']}
      </Button>
      <KeptWords words={screen.draft} />
      <h2>{texts['doors.heading']}</h2>
      <OtherDoors isBrief={false} />
    </div>
  );
}
