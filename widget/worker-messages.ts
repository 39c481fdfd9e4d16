import type {
  ConversationView,
  StartedConversation,
  UnsecuredCode,
} from '../appservice/contract/conversation.ts';
import type { MisplacedReport } from '../appservice/contract/misplaced.ts';
import type { Circumstances, HandOverReport } from '../appservice/contract/readers.ts';

/**
 * Frame to crypto worker: with `FromWorker` all that the two say to each other. Only the frame talks to the worker, and both
 * are of one build, so that nothing of it is parsed.
 */
export type ToWorker =
  /** Begin to stream the WASM. Answered by nothing: whoever made the worker may not listen yet. */
  | { readonly kind: 'prepare' }
  /** Stream the WASM while the caller reads (design 5.2). Answered by `loaded` or `failed`. */
  | { readonly kind: 'load' }
  /** Make the device, its keys and its cross-signing identity, then sync. Answered by `ready` or `failed`. */
  | { readonly kind: 'start'; readonly conversation: StartedConversation }
  /**
   * Go on with the device that an earlier page has left in the browser (R27). Answered by what was said before, oldest first
   * (`own`, `message`, `waiting`), then `history`; or by `failed` with `not-kept`.
   */
  | { readonly kind: 'resume'; readonly conversation: StartedConversation }
  /**
   * Who is there and who will come, by the newest view; it takes the place of what was said before, all at once. The caller's words
   * wait for the counsellor (design 4). Keys go to those of the others who are in the room or were invited into it, and to
   * nobody else (R25). A colleague who is to be let in is shared the history with and invited (design 6), which is
   * answered by `hand-over`. The same again changes nothing.
   */
  | { readonly kind: 'company'; readonly company: Company }
  /**
   * Words of the caller; kept until the gate lets them out (design 5.7). `id` is the frame's own and makes a repeat harmless.
   * Automatic ones, such as the intake, are not the caller's own words and do not come back as such after a reload.
   */
  | { readonly kind: 'send'; readonly id: string; readonly body: string; readonly isAutomatic?: boolean }
  | { readonly kind: 'typing'; readonly isTyping: boolean }
  /** The caller has seen this event. */
  | { readonly kind: 'read'; readonly eventId: string }
  /** Stop, and leave what is kept in the browser for the page that comes back: reload. Answered by `stopped`. */
  | { readonly kind: 'pause' }
  /** The browser has a line again, or may have another: whatever waits for an answer or a next try begins anew at once. */
  | { readonly kind: 'renew-line' }
  /** Forget everything and stop: end, quick exit. Answered by `stopped`. */
  | { readonly kind: 'stop' };

/** Who is in a conversation beside the caller and who is on their way, as a view says it. */
export type Company = Pick<ConversationView, 'counsellor'> &
  Pick<Circumstances, 'readers' | 'announced' | 'handOver'> & {
    /** The caller said that they would rather not have this one. */
    readonly refusedReader: string | null;
  };

/** Why the worker cannot go on; nothing the caller typed has left the browser (fail closed). */
export type WorkerFailure =
  | 'no-webassembly'
  /** The line was lost while the program came; nothing is wrong with the device. */
  | 'not-loaded'
  | 'crypto-failed'
  /** What an earlier page had left in the browser is not there any more: the conversation cannot go on. */
  | 'not-kept'
  | 'homeserver-refused';

/** What of a counsellor cannot be shown in words. */
export type UnopenedKind = 'file' | 'call' | 'other';

/** What became of a message of the counsellor. */
export type ReceivedMessage = {
  readonly eventId: string;
  readonly sender: string;
  /** Origin server time, milliseconds. */
  readonly sentAtMs: number;
  /**
   * Text as it was written, never HTML; `emote` for `/me`, `notice` for what a program wrote (R1). The rest has no body:
   * `file` for files, pictures and recordings, `call` for a call, `other` for whatever else was meant for people.
   */
  readonly kind: 'text' | 'emote' | 'notice' | UnopenedKind;
  readonly body: string;
  /** The event this one answers, when it is a reply. */
  readonly repliesTo: string | null;
  readonly isEdited: boolean;
};

/** What becomes of the caller's own words. */
export type OwnWordsNews =
  /** The homeserver has it. */
  | { readonly kind: 'sent'; readonly id: string; readonly eventId: string }
  /** Kept; tried again by itself. */
  | { readonly kind: 'held'; readonly id: string }
  /** Refused for good (too long): the words stay in the composer. */
  | { readonly kind: 'refused'; readonly id: string }
  /** The counsellor has read up to this event of the caller. */
  | { readonly kind: 'read'; readonly eventId: string };

/** What an earlier page of this conversation has left (R27). */
export type EarlierNews =
  /** Words of the caller that the homeserver has. */
  | { readonly kind: 'own'; readonly eventId: string; readonly sentAtMs: number; readonly body: string }
  /** Words of the caller that had not gone out yet; they wait again. */
  | { readonly kind: 'waiting'; readonly id: string; readonly body: string }
  /** That was all of it; what follows is new. */
  | { readonly kind: 'history' };

/** What comes from the counsellor. */
export type TheirWordsNews =
  | { readonly kind: 'message'; readonly message: ReceivedMessage }
  | { readonly kind: 'edited'; readonly eventId: string; readonly body: string }
  | { readonly kind: 'removed'; readonly eventId: string }
  /** A message that cannot be read yet; `message` with the same id follows when it can. */
  | { readonly kind: 'unreadable'; readonly eventId: string }
  /** A counsellor wrote a command of the desk here; nothing of it is shown. */
  | { readonly kind: 'misplaced'; readonly report: MisplacedReport };

/** Crypto worker to frame. */
export type FromWorker =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly failure: WorkerFailure }
  /** Somebody who may speak came or went. */
  | { readonly kind: 'joined'; readonly userId: string }
  | { readonly kind: 'left'; readonly userId: string }
  /** The gate: whether a key of the room has reached a signed device of the pinned counsellor. */
  | { readonly kind: 'secured' }
  | { readonly kind: 'unsecured'; readonly code: UnsecuredCode }
  | OwnWordsNews
  | TheirWordsNews
  | EarlierNews
  /** What became of the word to let a colleague in. */
  | { readonly kind: 'hand-over'; readonly report: HandOverReport }
  /** Whether a reload can bring the conversation back; false where the browser stores nothing (R85). */
  | { readonly kind: 'storage'; readonly isKept: boolean }
  | { readonly kind: 'typing'; readonly isTyping: boolean }
  /** Whether the gateway answers. */
  | { readonly kind: 'connection'; readonly isConnected: boolean }
  /** The caller was removed from the room or logged out: over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'stopped' };
