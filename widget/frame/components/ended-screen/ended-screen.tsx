import type { JSX, RefObject } from 'preact';
import type { AskedFeedback, SentFeedback } from '../../state/feedback.ts';
import type { EndedScreen as EndedScreenState } from '../../state/frame-state.ts';
import type { Log } from '../../state/log.ts';
import { shownLog } from '../../state/shown-log.ts';
import type { TextKey } from '../../texts/keys.ts';
import { Button } from '../button/button.tsx';
import { FeedbackForm } from '../feedback-form/feedback-form.tsx';
import { FeedbackThanks } from '../feedback-thanks/feedback-thanks.tsx';
import { useFrame } from '../frame-context.ts';
import { KeptWords } from '../kept-words/kept-words.tsx';
import { MessageLog } from '../message-log/message-log.tsx';
import { OtherDoors } from '../other-doors/other-doors.tsx';
import { PageLink } from '../page-link/page-link.tsx';
import { PageLinks } from '../page-links/page-links.tsx';
import { ShowEarlier } from '../show-earlier/show-earlier.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { useFocusHeir } from '../use-focus-heir.ts';
import './ended-screen.css';

/** Who ended it, and what was said. */
export type EndedScreenProps = { readonly screen: EndedScreenState };

const endings: Readonly<Record<NonNullable<EndedScreenState['by']>, TextKey>> = {
  caller: 'ended.caller',
  counsellor: 'ended.counsellor',
  exit: 'ended.unknown',
  gone: 'ended.gone',
  failure: 'ended.failure',
};

/** The conversation is over: who ended it, what now, and the words until they are wiped. */
export function EndedScreen({ screen }: EndedScreenProps): JSX.Element {
  const { texts, tell } = useFrame();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const canBeWiped = hasWords(screen.log);
  return (
    <div class="page ended-screen">
      <h1 ref={heading} tabIndex={-1}>
        {texts['ended.heading']}
      </h1>
      <p>{texts[screen.by === null ? 'ended.unknown' : endings[screen.by]]}</p>
      <p>{texts['ended.again']}</p>
      {canBeWiped && <p>{texts['ended.logStays']}</p>}
      <Button
        look="primary"
        onPress={() => {
          tell({ kind: 'conversation-wiped' });
        }}
      >
        {texts[canBeWiped ? 'ended.wipe' : 'failed.back']}
      </Button>
      <Questions feedback={screen.feedback} heir={heading} />
      <Words screen={screen} />
      <KeptWords words={screen.draft} />
      <h2>{texts['doors.heading']}</h2>
      <OtherDoors isBrief={false} />
      {(screen.by === 'failure' || screen.by === 'gone') && (
        <p>
          <PageLink page="fault">{texts['fault.link']}</PageLink>
        </p>
      )}
      <PageLinks current={null} />
    </div>
  );
}

/** What was said; what a reload had hidden only when it is asked for (R27). */
function Words({ screen }: EndedScreenProps): JSX.Element {
  const { earlier } = screen;
  const log = shownLog(screen);
  return (
    <>
      <ShowEarlier earlier={earlier} />
      {hasWords(log) && (
        <MessageLog
          key={earlier.state}
          log={log}
          isCounsellorTyping={false}
          isFollowed={false}
          takesFocus={earlier.state === 'shown'}
        />
      )}
    </>
  );
}

function hasWords(log: Log): boolean {
  return log.some((entry) => entry.kind !== 'automatic');
}

type QuestionsProps = {
  readonly feedback: EndedScreenState['feedback'];
  readonly heir: RefObject<HTMLHeadingElement | null>;
};

/**
 * How it was (R37). The questions come when their token is there, a moment after the screen, so they stand below its button: nothing
 * that somebody is about to press moves.
 */
function Questions({ feedback, heir }: QuestionsProps): JSX.Element | null {
  switch (feedback.name) {
    case 'none':
    case 'drawing':
      return null;
    case 'asking':
    case 'sending':
      return <Asked feedback={feedback} heir={heir} />;
    case 'thanked':
      return <FeedbackThanks />;
  }
}

type AskedProps = QuestionsProps & { readonly feedback: AskedFeedback | SentFeedback };

/** Whoever closes the questions is at the heading again (S14). */
function Asked({ feedback, heir }: AskedProps): JSX.Element {
  const place = useFocusHeir<HTMLDivElement>(heir);
  return (
    <div ref={place}>
      <FeedbackForm feedback={feedback} />
    </div>
  );
}
