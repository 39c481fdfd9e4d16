import pg from 'pg';
import { parseConversationId } from '../../domain/ids.ts';
import type { Change } from '../../ports/changes.ts';

/** The channel of `NOTIFY` that tells of changes. */
export const changeChannel = 'helpline_changes';

const plainKinds = ['duty', 'closure', 'actions', 'transactions'] as const;

/** Every change that names no conversation. */
export const plainChanges: readonly Change[] = plainKinds.map((kind) => ({ kind }));

/** What one transaction touches, to be told of once, when it commits. */
export type ChangeNotes = {
  readonly note: (change: Change) => void;
  /** The statements that tell of it, to be sent in the same transaction. */
  readonly statements: () => string;
};

/** Collects changes; the same one twice is told once. */
export function changeNotes(): ChangeNotes {
  const payloads = new Set<string>();
  return {
    note: (change) => {
      payloads.add(change.kind === 'conversation' ? change.conversationId : change.kind);
    },
    statements: () =>
      [...payloads]
        .map((payload) => `SELECT pg_notify('${changeChannel}', ${pg.escapeLiteral(payload)});`)
        .join(''),
  };
}

/** Reads a notification; undefined for what this program does not know. */
export function parseChange(payload: string): Change | undefined {
  const kind = plainKinds.find((each) => each === payload);
  if (kind !== undefined) return { kind };
  const conversationId = parseConversationId(payload);
  return conversationId === undefined ? undefined : { kind: 'conversation', conversationId };
}
