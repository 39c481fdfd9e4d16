import type { ConversationId, TeamId, UserId } from './ids.ts';
import type { Instant } from './time.ts';

/** Everything that is written into the audit log (S32); never content. */
export const auditedActs = [
  'address-asked',
  'address-shown',
  'address-refused',
  'address-confirmed',
  'address-declined',
  'conversation-reopened',
  'conversation-shared',
  'conversation-refused',
  'caller-blocked',
  'line-blocked',
  'block-refused',
  'block-lifted',
  'colleague-asked',
  'colleague-came',
  'colleague-left',
  'colleague-unwanted',
  'conversation-handed-over',
  'conversation-went-on',
  'conversation-pulled',
  'stranger-removed',
  'rights-restored',
  'identity-confirmed',
  'helpline-closed',
  'helpline-opened',
  'sessions-ended',
  'counsellor-offboarded',
  'code-word-agreed',
  'code-word-tried',
  'dossier-noted',
  'audit-read',
] as const;

/** One of the acts that are audited. */
export type AuditedAct = (typeof auditedActs)[number];

/** One line of the audit log: who did what, about which conversation or person, and why (S32, R53). */
export type AuditEntry = {
  readonly at: Instant;
  readonly act: AuditedAct;
  readonly who: UserId;
  /** Null when it is about no conversation. */
  readonly conversationId: ConversationId | null;
  /** The colleague or the team it is about; null when it is about neither. */
  readonly subject: UserId | TeamId | null;
  /** In the words of whoever did it; sealed under the conversation's data key, so that it goes with it (design 10). */
  readonly reason: string | null;
};
