import type { JSX } from 'preact';
import type { BlockedScreen as BlockedScreenState } from '../../state/frame-state.ts';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import { OtherLines } from '../other-lines/other-lines.tsx';
import { useFirstFocus } from '../use-first-focus.ts';

/** What was typed and never sent. */
export type BlockedScreenProps = { readonly screen: BlockedScreenState };

/**
 * The chat is not there for this caller now: telephone, mail and other lines, with the emergency numbers above as everywhere.
 * No reason, no accusation, nobody's name and no question: the reader may be somebody else in the house (R36).
 */
export function BlockedScreen({ screen }: BlockedScreenProps): JSX.Element {
  const { texts, tell } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <div class="page">
      <h1 ref={heading} tabIndex={-1}>
        {texts['blocked.heading']}
      </h1>
      <p>{texts['blocked.lead']}</p>
      <h2>{texts['doors.heading']}</h2>
      <OtherDoors isBrief={false} />
      <OtherLines />
      <KeptWords words={screen.draft} />
      <Button
        look="plain"
        onPress={() => {
          tell({ kind: 'conversation-wiped' });
        }}
      >
        {texts['failed.back']}
      </Button>
    </div>
  );
}
