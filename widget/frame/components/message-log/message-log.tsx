import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Log } from '../../state/log.ts';
import { AutomaticLine } from '../automatic-line/automatic-line.tsx';
import { Dots } from '../dots/dots.tsx';
import { useFrame } from '../frame-context.ts';
import { Message } from '../message/message.tsx';
import './message-log.css';

/** What was said. */
export type MessageLogProps = {
  readonly log: Log;
  readonly isCounsellorTyping: boolean;
  /** The newest line is kept in view; not so when all is over and there is more on the screen to read. */
  readonly isFollowed: boolean;
};

/**
 * Everything that was said, oldest first. It announces what is added and nothing else does (S13), and follows the newest
 * line unless the caller has scrolled up to read.
 */
export function MessageLog({ log, isCounsellorTyping, isFollowed }: MessageLogProps): JSX.Element {
  const { texts } = useFrame();
  const end = useRef<HTMLDivElement>(null);
  useFollowedEnd(end, log, isFollowed);
  const lines = useMemo(
    () =>
      log.map((entry) => (
        <li key={entry.id}>
          {entry.kind === 'automatic' ? <AutomaticLine line={entry.line} /> : <Message entry={entry} />}
        </li>
      )),
    [log, texts],
  );
  return (
    <div class="message-log" tabIndex={0} role="log" aria-label={texts['conversation.log']}>
      <ol>{lines}</ol>
      {isCounsellorTyping && (
        <p class="message-log__typing" aria-live="off">
          {texts['conversation.typing']}
          <Dots />
        </p>
      )}
      <div ref={end} class="message-log__end" />
    </div>
  );
}

type ElementRef = { readonly current: HTMLElement | null };

/** Keeps the newest line in view while the end was in view before, and always after the caller's own words. */
function useFollowedEnd(end: ElementRef, log: Log, isFollowed: boolean): void {
  const isEndSeen = useRef(true);
  useLayoutEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (sights) => {
        isEndSeen.current = sights.at(-1)?.isIntersecting ?? true;
      },
      { root: null, rootMargin: '48px' },
    );
    observer.observe(end.current);
    return () => {
      observer.disconnect();
    };
  }, [end]);
  useLayoutEffect(() => {
    const isDue = isFollowed && (isEndSeen.current || log.at(-1)?.kind === 'caller');
    if (isDue) end.current?.scrollIntoView({ block: 'end' });
  }, [log, end, isFollowed]);
}
