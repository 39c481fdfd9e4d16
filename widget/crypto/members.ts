import type { FromWorker } from '../worker-messages.ts';
import { textField } from './json-fields.ts';
import type { RawEvent } from './read-sync.ts';

/** Who is in the room. The host has no device and never counts; neither does the caller (design 4). */
export interface Members {
  isJoined(userId: string): boolean;
  /** Joined, or let in and about to join. */
  isLetIn(userId: string): boolean;
  hasAnybodyJoined(): boolean;
  /** This browser has invited them; the homeserver tells of it later. */
  letIn(userId: string): void;
  /** Takes over a membership event; answers what the frame is told, undefined when nothing changed. */
  apply(event: RawEvent): FromWorker | undefined;
}

/** Starts with nobody; `notCounted` are the host and the caller. */
export function createMembers(notCounted: readonly string[]): Members {
  const joined = new Set<string>();
  const invited = new Set<string>();
  return {
    isJoined: (userId) => joined.has(userId),
    isLetIn: (userId) => joined.has(userId) || invited.has(userId),
    hasAnybodyJoined: () => joined.size > 0,
    letIn(userId) {
      invited.add(userId);
    },
    apply(event) {
      const userId = event.stateKey;
      if (event.type !== 'm.room.member' || userId === undefined || notCounted.includes(userId))
        return undefined;
      const membership = textField(event.content, 'membership');
      const isIn = membership === 'join';
      if (membership === 'invite') invited.add(userId);
      else invited.delete(userId);
      if (isIn === joined.has(userId)) return undefined;
      if (isIn) joined.add(userId);
      else joined.delete(userId);
      return { kind: isIn ? 'joined' : 'left', userId };
    },
  };
}
