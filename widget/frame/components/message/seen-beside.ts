import type { LogEntry } from '../../state/log.ts';

/** What is seen beside a message's words. The rest is heard only, by people who hear the screen and have no line above to look at. */
export type SeenBeside = { readonly name: boolean; readonly time: boolean; readonly mark: boolean };

/** A message that stands alone. */
export const everything: SeenBeside = { name: true, time: true, mark: true };

const minuteMs = 60_000;

/**
 * What is seen beside a message between its neighbours. Messages of one speaker within one minute are one turn: the name
 * stands above the first, the time below the last, and a mark below each whose next has another one.
 */
export function seenBeside(
  entry: LogEntry,
  before: LogEntry | undefined,
  after: LogEntry | undefined,
): SeenBeside {
  const isLast = !isSameTurn(entry, after);
  return {
    name: !isSameTurn(before, entry),
    time: isLast,
    mark: isLast || markOf(entry) !== markOf(after),
  };
}

function isSameTurn(one: LogEntry | undefined, other: LogEntry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.kind === 'automatic' || other.kind === 'automatic' || one.kind !== other.kind) return false;
  if (isNotice(one) !== isNotice(other)) return false;
  if (one.atMs === null || other.atMs === null) return false;
  return Math.floor(one.atMs / minuteMs) === Math.floor(other.atMs / minuteMs);
}

/** What a program wrote has no name but that, and never stands below a person's (R1). */
function isNotice(entry: LogEntry): boolean {
  return entry.kind === 'counsellor' && entry.form === 'notice';
}

function markOf(entry: LogEntry | undefined): string | undefined {
  return entry?.kind === 'caller' ? entry.mark : undefined;
}
