import type { FromWorker } from '../worker-messages.ts';
import { textField } from './json-fields.ts';
import type { RawEvent } from './read-sync.ts';

/** Who is in the room. The host has no device and never counts; neither does the caller (design 4). */
export interface Members {
  isJoined(userId: string): boolean;
  hasAnybodyJoined(): boolean;
  /** Takes over a membership event; answers what the frame is told, undefined when nothing changed. */
  apply(event: RawEvent): FromWorker | undefined;
}

/** Starts with nobody; `notCounted` are the host and the caller. */
export function createMembers(notCounted: readonly string[]): Members {
  const joined = new Set<string>();
  return {
    isJoined: (userId) => joined.has(userId),
    hasAnybodyJoined: () => joined.size > 0,
    apply(event) {
      const userId = event.stateKey;
      if (event.type !== 'm.room.member' || userId === undefined || notCounted.includes(userId))
        return undefined;
      const isIn = textField(event.content, 'membership') === 'join';
      if (isIn === joined.has(userId)) return undefined;
      if (isIn) joined.add(userId);
      else joined.delete(userId);
      return { kind: isIn ? 'joined' : 'left', userId };
    },
  };
}
