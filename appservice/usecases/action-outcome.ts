import type { EventPlace } from '../domain/conversation.ts';

/** What came of an action; `sent` is the event it stands for, null when it has none or was no longer wanted. */
export type ActionOutcome =
  { readonly ok: true; readonly sent: EventPlace | null } | { readonly ok: false; readonly code: string };
