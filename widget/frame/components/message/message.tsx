import type { JSX } from 'preact';
import { clockTime } from '../../state/clock-time.ts';
import type { CallerEntry, CounsellorEntry, Mark } from '../../state/log.ts';
import { fill } from '../../texts/fill.ts';
import type { Texts } from '../../texts/keys.ts';
import { useFrame } from '../frame-context.ts';
import { Icon, type IconName } from '../icon/icon.tsx';
import './message.css';

/** Whose words, and how far they came. */
export type MessageProps = { readonly entry: CallerEntry | CounsellorEntry };

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
 * words are not announced, because they have just typed them (S13).
 */
export function Message({ entry }: MessageProps): JSX.Element {
  const { texts } = useFrame();
  const isOwn = entry.kind === 'caller';
  return (
    <div class={`message message--${entry.kind}`} {...(isOwn ? { 'aria-live': 'off' as const } : {})}>
      <p class="message__speaker">{texts[`speaker.${entry.kind}`]}</p>
      <div class="message__bubble">
        {isOwn ? <p dir="auto">{entry.body}</p> : <TheirWords entry={entry} />}
      </div>
      {isOwn ? <OwnFoot entry={entry} /> : <TheirFoot entry={entry} />}
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
      {entry.quote !== null && (
        <p class="message__quote" dir="auto">
          {fill(texts['message.answers'], { quote: entry.quote })}
        </p>
      )}
      <p dir="auto" class={entry.form === 'emote' ? 'message__emote' : ''}>
        {entry.body}
      </p>
    </>
  );
}

function OwnFoot({ entry }: { readonly entry: CallerEntry }): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="message__foot">
      <span>{clockTime(entry.atMs)}</span>
      <span class="message__mark">
        <Icon name={markIcons[entry.mark]} />
        {texts[`mark.${entry.mark}`]}
      </span>
    </p>
  );
}

function TheirFoot({ entry }: { readonly entry: CounsellorEntry }): JSX.Element | null {
  const { texts } = useFrame();
  const parts = footParts(entry, texts);
  return parts.length === 0 ? null : <p class="message__foot">{parts.join(' · ')}</p>;
}

function footParts(entry: CounsellorEntry, texts: Texts): string[] {
  const time = entry.atMs === null ? [] : [clockTime(entry.atMs)];
  return entry.isEdited && entry.form === 'text' ? [...time, texts['message.edited']] : time;
}
