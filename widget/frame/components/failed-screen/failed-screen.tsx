import type { JSX } from 'preact';
import type { FailedScreen as FailedScreenState } from '../../state/frame-state.ts';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import { PageLink } from '../page-link/page-link.tsx';
import { PageLinks } from '../page-links/page-links.tsx';
import { useFirstFocus } from '../use-first-focus.ts';

/** What failed, and what stays. */
export type FailedScreenProps = { readonly screen: FailedScreenState };

/** Encryption is not possible: nothing more leaves the browser, and the other doors are shown (design 5, fail closed). */
export function FailedScreen({ screen }: FailedScreenProps): JSX.Element {
  const { texts, tell } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <div class="page">
      <h1 ref={heading} tabIndex={-1}>
        {texts['failed.heading']}
      </h1>
      <p>{texts[`failed.${screen.failure}`]}</p>
      <p>{texts[screen.hasSent ? 'failed.nothingMore' : 'failed.nothingSent']}</p>
      <h2>{texts['doors.heading']}</h2>
      <OtherDoors isBrief={false} />
      <KeptWords words={screen.draft} />
      <Button
        look="plain"
        onPress={() => {
          tell({ kind: 'conversation-wiped' });
        }}
      >
        {texts[screen.failure === 'not-loaded' ? 'failed.tryAgain' : 'failed.back']}
      </Button>
      <p>
        <PageLink page="fault">{texts['fault.link']}</PageLink>
      </p>
      <PageLinks current={null} />
    </div>
  );
}
