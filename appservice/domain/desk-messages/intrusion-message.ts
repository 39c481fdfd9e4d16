import type { CaseNumber, UserId } from '../ids.ts';

/** Where somebody intruded: a conversation by its number, or a desk room by the name of its owner or team. */
export type IntrusionPlace = { readonly conversation: CaseNumber } | { readonly desk: string };

/** What the desk says when somebody with power over the homeserver, and no colleague, changed who may be or do what in a room. */
export type IntrusionMessage = {
  readonly code: 'intrusion';
  /** Somebody was invited or brought in and is out again; or what people may do there was changed and is put back. */
  readonly what: { readonly code: 'let-in'; readonly stranger: UserId } | { readonly code: 'rights-changed' };
  readonly where: IntrusionPlace;
  /** Coordinators are told what to do about it; a counsellor, that they may go on. */
  readonly isCoordinator: boolean;
};
