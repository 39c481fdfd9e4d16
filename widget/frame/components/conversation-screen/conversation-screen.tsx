import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { organisationsReading } from '../../state/circumstances.ts';
import { isConnected, type ConversationScreen as ConversationScreenState } from '../../state/frame-state.ts';
import { standingOf } from '../../state/reduce-conversation.ts';
import { shownLog } from '../../state/shown-log.ts';
import type { TextKey } from '../../texts/keys.ts';
import { AnnouncedReader } from '../announced-reader/announced-reader.tsx';
import { Button } from '../button/button.tsx';
import { Composer } from '../composer/composer.tsx';
import { Dots } from '../dots/dots.tsx';
import { EndConfirmation } from '../end-confirmation/end-confirmation.tsx';
import { useFrame } from '../frame-context.ts';
import { MessageLog } from '../message-log/message-log.tsx';
import { NewMessage } from '../new-message/new-message.tsx';
import { Notice } from '../notice/notice.tsx';
import { PageLink } from '../page-link/page-link.tsx';
import { ReadersLine } from '../readers-line/readers-line.tsx';
import { ShowEarlier } from '../show-earlier/show-earlier.tsx';
import './conversation-screen.css';

/** How the conversation stands. */
export type ConversationScreenProps = { readonly screen: ConversationScreenState };

/** Waiting and talking: one screen, so that what was typed and where one was stay as they are. */
export function ConversationScreen({ screen }: ConversationScreenProps): JSX.Element {
  const { texts, language, tell } = useFrame();
  const [toNewest, setToNewest] = useState<(() => void) | null>(null);
  const hasHeldWords = screen.log.some((entry) => entry.kind === 'caller' && entry.eventId === null);
  return (
    <div class="conversation-screen">
      <div class="conversation-screen__head">
        <div class="conversation-screen__bar">
          <div class="conversation-screen__title">
            <h1>
              {texts[headingOf(screen)]}
              {isSearched(screen) && <Dots />}
            </h1>
            <ReadersLine
              organisations={organisationsReading(standingOf(screen))}
              place={screen.circumstances.place}
            />
          </div>
          <Button
            look="quiet"
            onPress={() => {
              tell({ kind: 'end-pressed' });
            }}
          >
            {texts['end.button']}
          </Button>
        </div>
        <ShowEarlier earlier={screen.earlier} />
      </div>
      {/* A new log in another language is not announced; each changed line of the old one would be. */}
      <MessageLog
        key={`${language} ${screen.earlier.state}`}
        log={shownLog(screen)}
        isCounsellorTyping={screen.isCounsellorTyping}
        isFollowed
        onMissed={(way) => {
          setToNewest(() => way);
        }}
        takesFocus={screen.earlier.state === 'shown'}
      />
      <div class="conversation-screen__foot">
        {toNewest !== null && <NewMessage onPress={toNewest} />}
        {screen.isConfirmingEnd ? (
          <EndConfirmation isAttended={screen.counsellor !== null} hasHeldWords={hasHeldWords} />
        ) : (
          <Notices screen={screen} />
        )}
        <Composer draft={screen.draft} />
      </div>
    </div>
  );
}

/** All that is said above the composer. A colleague who is announced comes first, because a no must not be looked for. */
function Notices({ screen }: ConversationScreenProps): JSX.Element {
  const { texts } = useFrame();
  const { announced } = screen.circumstances;
  return (
    <>
      {announced !== null && (
        <AnnouncedReader
          organisation={announced.organisation}
          purpose={announced.purpose}
          mayBeRefused={announced.mayBeRefused === true && announced.userId !== screen.refusedReader}
        />
      )}
      <ConversationNotice screen={screen} />
      {screen.isFileRefused && <Notice icon="warning">{texts['composer.fileRefused']}</Notice>}
    </>
  );
}

/** What stands in the way right now, above the composer; the connection comes first. */
function ConversationNotice({ screen }: ConversationScreenProps): JSX.Element | null {
  const { texts } = useFrame();
  if (!isConnected(screen)) {
    return (
      <Notice icon="warning">
        {texts['conversation.notConnected']} <PageLink page="fault">{texts['fault.link']}</PageLink>
      </Notice>
    );
  }
  if (screen.security === 'unknown' || screen.security === 'secured') return null;
  return <Notice icon="lock">{texts['conversation.notSecure']}</Notice>;
}

function isSearched({ phase }: ConversationScreenState): boolean {
  return phase === 'preparing' || phase === 'starting' || phase === 'waiting';
}

function headingOf({ phase, counsellor }: ConversationScreenState): TextKey {
  switch (phase) {
    case 'preparing':
    case 'resuming':
      return 'phase.preparing';
    case 'starting':
    case 'waiting':
      return 'phase.waiting';
    case 'taken':
      return 'phase.taken';
    case 'joined':
    case 'talking':
      return counsellor?.organisation === 'VK' ? 'phase.joined-vk' : 'phase.joined-caw';
  }
}
