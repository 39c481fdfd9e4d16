import type { JSX } from 'preact';
import { clockTime } from '../../state/clock-time.ts';
import { isInWords, type CallerEntry, type CounsellorEntry, type Mark } from '../../state/log.ts';
import { useFrame } from '../frame-context.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import { MessageWords } from '../message-words/message-words.tsx';
import { everything, type SeenBeside } from './seen-beside.ts';
import './message.css';

/** Whose words, and how far they came. */
export type MessageProps = {
  readonly entry: CallerEntry | CounsellorEntry;
  /** What its neighbours leave to be seen beside it; everything unless said otherwise. */
  readonly seen?: SeenBeside;
};

const markIcons: Readonly<Record<Mark, IconName>> = {
  held: 'held',
  unsent: 'held',
  sending: 'send',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
};

/**
 * One message, always as text and never as markup. Who speaks comes first for people who hear the screen; the caller's own
 * words are not announced, because they have just typed them (S13). What a program wrote at the other side is not shown as a
 * person's (R1).
 */
export function Message({ entry, seen = everything }: MessageProps): JSX.Element {
  const { texts } = useFrame();
  const isOwn = entry.kind === 'caller';
  const isNotice = entry.kind === 'counsellor' && entry.form === 'notice';
  return (
    <div
      class={`message message--${entry.kind}${isNotice ? ' message--notice' : ''}${seen.name ? '' : ' message--going-on'}`}
      {...(isOwn ? { 'aria-live': 'off' as const } : {})}
    >
      <p class={`message__speaker ${seen.name && !isOwn ? '' : 'unseen'}`}>
        {isNotice ? texts['speaker.automatic'] : texts[`speaker.${entry.kind}`]}
      </p>
      <div class="message__bubble">
        {isOwn ? (
          <MessageWords text={entry.body} isEmote={false} hasLinks={false} />
        ) : (
          <TheirWords entry={entry} />
        )}
      </div>
      {isOwn ? <OwnFoot entry={entry} seen={seen} /> : <TheirFoot entry={entry} seen={seen} />}
    </div>
  );
}

function TheirWords({ entry }: { readonly entry: CounsellorEntry }): JSX.Element {
  const { texts } = useFrame();
  const { form } = entry;
  if (!isInWords(form)) {
    return <p class="message__instead">{texts[`message.${form}`]}</p>;
  }
  return (
    <>
      {entry.quote !== null && <Quote words={entry.quote} />}
      <MessageWords text={entry.body} isEmote={form === 'emote'} hasLinks />
    </>
  );
}

/** What a message answers: a word of ours, and theirs. */
function Quote({ words }: { readonly words: string }): JSX.Element {
  const { texts } = useFrame();
  const [before, after] = texts['message.answers'].split('{quote}');
  return (
    <p class="message__quote">
      {before}
      <span lang="" dir="auto">
        {words}
      </span>
      {after}
    </p>
  );
}

type FootProps<Entry> = { readonly entry: Entry; readonly seen: SeenBeside };

function OwnFoot({ entry, seen }: FootProps<CallerEntry>): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="message__foot">
      {entry.atMs !== null && <Time atMs={entry.atMs} isSeen={seen.time} />}
      <span class={`message__mark ${seen.mark ? '' : 'unseen'}`}>
        <Icon name={markIcons[entry.mark]} />
        {texts[`mark.${entry.mark}`]}
      </span>
    </p>
  );
}

function TheirFoot({ entry, seen }: FootProps<CounsellorEntry>): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="message__foot">
      {entry.atMs !== null && <Time atMs={entry.atMs} isSeen={seen.time} />}
      {entry.isEdited && isInWords(entry.form) && <span>{texts['message.edited']}</span>}
    </p>
  );
}

function Time({ atMs, isSeen }: { readonly atMs: number; readonly isSeen: boolean }): JSX.Element {
  return <span class={isSeen ? '' : 'unseen'}>{clockTime(atMs)}</span>;
}
