import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Log } from '../../state/log.ts';
import { scrollersAround } from '../scrollers.ts';

/** Where the caller reads: the newest line, or an older one that they scrolled to. */
type Place = 'end' | Element;

/** Told a way to the newest line when the counsellor said something below what is read, and null once that was reached. */
export type OnMissed = (toNewest: (() => void) | null) => void;

type FollowedLog = {
  readonly log: Log;
  readonly isFollowed: boolean;
  readonly onMissed: OnMissed | undefined;
};

/** How near to its end a log is at its end, CSS pixels. */
const nearPx = 48;

/**
 * Keeps what the caller reads in view when lines are added and when any size changes: a keyboard comes up, the phone is
 * turned, a question takes its room below. The caller's own new words always lead to the end.
 */
export function useFollowedEnd(
  element: RefObject<HTMLElement | null>,
  { log, isFollowed, onMissed }: FollowedLog,
): void {
  const follower = useRef<Follower>(undefined);
  const missed = useRef(onMissed);
  missed.current = onMissed;
  const newest = log.at(-1);
  const heard = log.findLast(({ kind }) => kind === 'counsellor');
  useLayoutEffect(() => {
    if (element.current === null || !isFollowed) return undefined;
    follower.current = followEnd(element.current, () => missed.current?.(null));
    return follower.current.stop;
  }, [element, isFollowed]);
  useLayoutEffect(() => {
    if (newest?.kind === 'caller') follower.current?.goToEnd();
  }, [newest?.id]);
  useLayoutEffect(() => {
    if (follower.current?.isAtEnd() !== false) return;
    missed.current?.(() => {
      follower.current?.goToEnd();
      element.current?.focus({ preventScroll: true }); // the button that asked for it goes (S14)
    });
  }, [heard?.id]);
}

type Follower = { readonly goToEnd: () => void; readonly isAtEnd: () => boolean; readonly stop: () => void };

function followEnd(log: HTMLElement, onEnd: () => void): Follower {
  const scrollers = scrollersAround(log);
  let place: Place = 'end';
  let knownSizes = '';

  const goToEnd = (): void => {
    place = 'end';
    onEnd();
    for (const each of scrollers) each.scrollTop = each.scrollHeight;
  };
  const keep = (): void => {
    if (place === 'end') goToEnd();
    knownSizes = sizesOf(scrollers);
  };
  const resized = (): void => {
    if (place !== 'end') bringToMiddle(place, log, scrollers);
    keep();
  };
  /** A scroll that comes with a new size is the browser's doing; where the caller reads has not changed by it. */
  const scrolled = (): void => {
    const sizes = sizesOf(scrollers);
    if (sizes === knownSizes) place = isAtEnd(scrollers) ? 'end' : (middleLine(log) ?? place);
    if (place === 'end') onEnd();
    knownSizes = sizes;
  };

  const observer = new ResizeObserver(keep);
  for (const each of [...log.children, ...scrollers]) observer.observe(each);
  addEventListener('resize', resized);
  document.addEventListener('scroll', scrolled, { capture: true, passive: true });
  return {
    goToEnd,
    isAtEnd: () => place === 'end',
    stop: () => {
      observer.disconnect();
      removeEventListener('resize', resized);
      document.removeEventListener('scroll', scrolled, { capture: true });
    },
  };
}

function sizesOf(scrollers: readonly Element[]): string {
  return scrollers.map(({ clientHeight, scrollHeight }) => `${clientHeight}/${scrollHeight}`).join();
}

function isAtEnd(scrollers: readonly Element[]): boolean {
  return scrollers.every((each) => each.scrollHeight - each.clientHeight - each.scrollTop < nearPx);
}

/** The line in the middle of what is seen of the log. */
function middleLine(log: Element): Element | undefined {
  const middle = middleOf(log);
  return [...log.querySelectorAll('li')].find((line) => line.getBoundingClientRect().bottom >= middle);
}

function middleOf(log: Element): number {
  const { top, bottom } = log.getBoundingClientRect();
  return (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
}

function bringToMiddle(line: Element, log: Element, scrollers: readonly Element[]): void {
  for (const each of scrollers) {
    const { top, bottom } = line.getBoundingClientRect();
    each.scrollTop += (top + bottom) / 2 - middleOf(log);
  }
}
