import { areComparable, isBlocked } from '../domain/blocking.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { CallerMarks } from './recognise-caller.ts';

/** A caller who is blocked, and everybody while nobody can tell who is (R35, lessons 1.10). */
export async function keptOut(
  { blocks }: Registers,
  shown: {
    readonly tokenHash: string | null;
    /** Null when the keys cannot be read. */
    readonly marks: CallerMarks | null;
    readonly now: Instant;
  },
): Promise<{ readonly code: 'blocked' | 'blocks-unreadable' } | undefined> {
  const { tokenHash, marks, now } = shown;
  const all = await blocks.all();
  if (marks === null || !areComparable(all, marks.keyIds, now)) return { code: 'blocks-unreadable' };
  const lineMarks = marks.address?.alive ?? [];
  return isBlocked(all, { tokenHash, lineMarks }, now) ? { code: 'blocked' } : undefined;
}
