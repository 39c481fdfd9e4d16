import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Log } from '../../state/log.ts';
import { AutomaticLine } from '../automatic-line/automatic-line.tsx';
import { Dots } from '../dots/dots.tsx';
import { useFrame } from '../frame-context.ts';
import { Message } from '../message/message.tsx';
import { seenBeside } from '../message/seen-beside.ts';
import { useFollowedEnd, type OnMissed } from './use-followed-end.ts';
import './message-log.css';

/** What was said. */
export type MessageLogProps = {
  readonly log: Log;
  readonly isCounsellorTyping: boolean;
  /** The newest line is kept in view; not so when all is over and there is more on the screen to read. */
  readonly isFollowed: boolean;
  readonly onMissed?: OnMissed;
  /** It was asked for by a button that has gone (S14). */
  readonly takesFocus?: boolean;
};

/**
 * Everything that was said, oldest first. It announces what is added and nothing else does (S13), and follows the newest
 * line unless the caller has scrolled up to read.
 */
export function MessageLog({
  log,
  isCounsellorTyping,
  isFollowed,
  onMissed,
  takesFocus = false,
}: MessageLogProps): JSX.Element {
  const { texts } = useFrame();
  const element = useRef<HTMLDivElement>(null);
  useFollowedEnd(element, { log, isFollowed, onMissed });
  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  const lines = useMemo(
    () =>
      log.map((entry, index) => (
        <li key={entry.id}>
          {entry.kind === 'automatic' ? (
            <AutomaticLine line={entry.line} />
          ) : (
            <Message entry={entry} seen={seenBeside(entry, log[index - 1], log[index + 1])} />
          )}
        </li>
      )),
    [log, texts],
  );
  return (
    <div ref={element} class="message-log" tabIndex={0} role="log" aria-label={texts['conversation.log']}>
      <div>
        <ol>{lines}</ol>
        {isCounsellorTyping && (
          <p class="message-log__typing" aria-live="off">
            {texts['conversation.typing']}
            <Dots />
          </p>
        )}
      </div>
    </div>
  );
}
