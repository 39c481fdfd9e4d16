import type { ComponentChildren, JSX, RefObject } from 'preact';
import type { StartProblem, StartScreen as StartScreenState } from '../../state/frame-state.ts';
import type { ShownStatus } from '../../state/shown-status.ts';
import { Button } from '../button/button.tsx';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { Notice } from '../notice/notice.tsx';
import { PageLink } from '../page-link/page-link.tsx';
import { PageLinks } from '../page-links/page-links.tsx';
import { PrivacySummary } from '../privacy-summary/privacy-summary.tsx';
import { StatusLine } from '../status-line/status-line.tsx';
import { Unavailable, unavailableHeading } from '../unavailable/unavailable.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useFocusHeir } from '../use-focus-heir.ts';
import './start-screen.css';

/** What the first screen shows. */
export type StartScreenProps = {
  readonly screen: StartScreenState;
  /** Null until the first answer. */
  readonly status: ShownStatus | null;
  readonly nowMs: number;
};

/** What 1712 is and is not, whether it is open, what is kept, how to get away, and one button (R2, R8, R10, R11). */
export function StartScreen({ screen, status, nowMs }: StartScreenProps): JSX.Element {
  const { texts } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const isUnavailable = status !== null && status.state !== 'online';
  return (
    <div class="page start-screen">
      <h1 ref={heading} tabIndex={-1}>
        {isUnavailable ? unavailableHeading(status, texts) : texts['start.heading']}
      </h1>
      <Offer key={isUnavailable} heir={heading}>
        {isUnavailable ? (
          <Unavailable status={status} nowMs={nowMs} keptWords={screen.draft} />
        ) : (
          <Invitation screen={screen} isOpen={status !== null} />
        )}
      </Offer>
      <About isFirst={isUnavailable} />
      <PageLinks current={null} />
    </div>
  );
}

type OfferProps = {
  readonly heir: RefObject<HTMLHeadingElement | null>;
  readonly children: ComponentChildren;
};

/** What the status makes possible. It goes when the status changes, and whoever was in it is at the heading then (S14). */
function Offer({ heir, children }: OfferProps): JSX.Element {
  const offer = useFocusHeir<HTMLDivElement>(heir);
  return (
    <div ref={offer} class="start-screen__offer">
      {children}
    </div>
  );
}

/** That a conversation has ended is no fault of anything. */
function Problem({ problem }: { readonly problem: StartProblem }): JSX.Element {
  const { texts } = useFrame();
  const words = texts[`start.problem.${problem}`];
  if (problem === 'over') return <Notice icon="info">{words}</Notice>;
  return (
    <Notice icon="warning">
      {words} <PageLink page="fault">{texts['fault.link']}</PageLink>
    </Notice>
  );
}

function Invitation({
  screen,
  isOpen,
}: {
  readonly screen: StartScreenState;
  readonly isOpen: boolean;
}): JSX.Element {
  const { texts, tell } = useFrame();
  return (
    <>
      <p>{texts['start.isFor']}</p>
      <p>{texts['start.freeAndNameless']}</p>
      {screen.problem !== null && <Problem problem={screen.problem} />}
      <KeptWords words={screen.draft} />
      <LeaveQuickly />
      <StatusLine state={isOpen ? 'online' : 'unknown'} />
      {isOpen && (
        <Button
          look="primary"
          onPress={() => {
            tell({ kind: 'start-pressed' });
          }}
        >
          {texts['start.button']}
        </Button>
      )}
      <p>
        <PageLink page="traces">{texts['start.tracesLink']}</PageLink>
      </p>
    </>
  );
}

/** What comes below. What 1712 is for stands above the button when there is one, and here when there is none. */
function About({ isFirst }: { readonly isFirst: boolean }): JSX.Element {
  const { texts } = useFrame();
  return (
    <div class="start-screen__about">
      {isFirst && <p>{texts['start.isFor']}</p>}
      <p>{texts['start.isNotFor']}</p>
      <PrivacySummary />
      {isFirst && <LeaveQuickly />}
    </div>
  );
}

/** How to be gone at once, read before the first word and passed with one press of Tab and one of Enter (S4). */
function LeaveQuickly(): JSX.Element {
  const { texts } = useFrame();
  return (
    <section class="start-screen__leave" aria-labelledby="leave-quickly">
      <h2 id="leave-quickly">{texts['start.exitHeading']}</h2>
      <p>
        {texts['start.exitHint']} <span class="for-keyboards">{texts['start.exitKeys']}</span>{' '}
        {texts['start.exitHistory']}
      </p>
    </section>
  );
}
