import type {
  PinnedCounsellor,
  StartedConversation,
  UnsecuredCode,
} from '../../../appservice/contract/conversation.ts';

/**
 * What the frame asks of the crypto worker, and hears from it. The state sees neither worker nor browser, so it names what
 * it needs here; `main.tsx` hands both over unchanged, and the compiler refuses to if the worker's own messages differ.
 */
export type CryptoOrder =
  | { readonly kind: 'load' }
  | { readonly kind: 'start'; readonly conversation: StartedConversation }
  | { readonly kind: 'pin'; readonly counsellor: PinnedCounsellor }
  | { readonly kind: 'send'; readonly id: string; readonly body: string }
  | { readonly kind: 'typing'; readonly isTyping: boolean }
  | { readonly kind: 'read'; readonly eventId: string }
  | { readonly kind: 'stop' };

/** Why the encryption cannot go on. */
export type CryptoFailure = 'no-webassembly' | 'crypto-failed' | 'homeserver-refused';

/** A message of the counsellor, as the worker read it. */
export type CounsellorMessage = {
  readonly eventId: string;
  readonly sender: string;
  readonly sentAtMs: number;
  readonly kind: 'text' | 'emote' | 'file';
  readonly body: string;
  readonly repliesTo: string | null;
  readonly isEdited: boolean;
};

/** What becomes of the caller's own words. */
export type OwnWordsNews =
  | { readonly kind: 'sent'; readonly id: string; readonly eventId: string }
  | { readonly kind: 'held'; readonly id: string }
  | { readonly kind: 'refused'; readonly id: string }
  | { readonly kind: 'read'; readonly eventId: string };

/** What comes from the counsellor. */
export type TheirWordsNews =
  | { readonly kind: 'message'; readonly message: CounsellorMessage }
  | { readonly kind: 'edited'; readonly eventId: string; readonly body: string }
  | { readonly kind: 'removed'; readonly eventId: string }
  | { readonly kind: 'unreadable'; readonly eventId: string };

/** What the worker tells. */
export type CryptoNews =
  | { readonly kind: 'loaded' | 'ready' | 'secured' | 'ended' | 'stopped' }
  | { readonly kind: 'failed'; readonly failure: CryptoFailure }
  | { readonly kind: 'joined' | 'left'; readonly userId: string }
  | { readonly kind: 'unsecured'; readonly code: UnsecuredCode }
  | { readonly kind: 'typing'; readonly isTyping: boolean }
  | { readonly kind: 'connection'; readonly isConnected: boolean }
  | OwnWordsNews
  | TheirWordsNews;
