import type { JSX } from 'preact';
import { clockTime } from '../../state/clock-time.ts';
import type { CallerEntry, CounsellorEntry, Mark } from '../../state/log.ts';
import { useFrame } from '../frame-context.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
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
 * words are not announced, because they have just typed them (S13). In which language people write is not known, and so it is
 * not said that it is the page's (3.1.2).
 */
export function Message({ entry, seen = everything }: MessageProps): JSX.Element {
  const { texts } = useFrame();
  const isOwn = entry.kind === 'caller';
  return (
    <div
      class={`message message--${entry.kind}${seen.name ? '' : ' message--going-on'}`}
      {...(isOwn ? { 'aria-live': 'off' as const } : {})}
    >
      <p class={`message__speaker ${seen.name && !isOwn ? '' : 'unseen'}`}>
        {texts[`speaker.${entry.kind}`]}
      </p>
      <div class="message__bubble">{isOwn ? <Words>{entry.body}</Words> : <TheirWords entry={entry} />}</div>
      {isOwn ? <OwnFoot entry={entry} seen={seen} /> : <TheirFoot entry={entry} seen={seen} />}
    </div>
  );
}

function TheirWords({ entry }: { readonly entry: CounsellorEntry }): JSX.Element {
  const { texts } = useFrame();
  if (entry.form === 'file' || entry.form === 'unreadable' || entry.form === 'removed') {
    return <p class="message__instead">{texts[`message.${entry.form}`]}</p>;
  }
  return (
    <>
      {entry.quote !== null && <Quote words={entry.quote} />}
      <Words isEmote={entry.form === 'emote'}>{entry.body}</Words>
    </>
  );
}

function Words({
  children,
  isEmote = false,
}: {
  readonly children: string;
  readonly isEmote?: boolean;
}): JSX.Element {
  return (
    <p lang="" dir="auto" class={isEmote ? 'message__emote' : ''}>
      {children}
    </p>
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
      {entry.isEdited && entry.form === 'text' && <span>{texts['message.edited']}</span>}
    </p>
  );
}

function Time({ atMs, isSeen }: { readonly atMs: number; readonly isSeen: boolean }): JSX.Element {
  return <span class={isSeen ? '' : 'unseen'}>{clockTime(atMs)}</span>;
}
