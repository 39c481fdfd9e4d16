import type {
  ConversationView,
  PinnedCounsellor,
  StartedConversation,
  UnsecuredCode,
  WireProvince,
} from '../../../appservice/contract/conversation.ts';
import type { Circumstances } from '../../../appservice/contract/readers.ts';
import type { PublicStatus } from '../../../appservice/contract/status.ts';
import type { WorkerFailure } from '../../worker-messages.ts';
import type { Feedback } from './feedback.ts';
import type { Intake, IntakeFields } from './intake.ts';
import type { Log } from './log.ts';
import type { OpenPage, PageNews } from './open-page.ts';
import type { WordingState } from './wording.ts';

/** Why a conversation did not start, or did not go on here; said as long as the status itself does not say it. */
export type StartProblem = 'busy' | 'offline' | 'limited' | 'unreachable' | 'not-kept' | 'over';

/** The first screen. With a status other than online it offers mail and phone instead of a start (R14). */
export type StartScreen = {
  readonly name: 'start';
  readonly problem: StartProblem | null;
  /** Words typed before the start was refused; they are kept (WCAG 3.3.7). */
  readonly draft: string;
};

/** The field in whose favour a press to go on was stopped: an age that is none, or a nickname worth a warning (R18). */
export type StoppedPress = { readonly field: 'age' | 'nickname' };

/** The optional questions, all on one screen (R19). */
export type IntakeScreen = {
  readonly name: 'intake';
  readonly fields: IntakeFields;
  /** Where the last press to go on was stopped; each stopped press is a new one, and an edit clears it. */
  readonly stoppedAt: StoppedPress | null;
  /** The caller was told once that the nickname looks like an identity (R18). */
  readonly isNicknameWarned: boolean;
};

/**
 * How far the conversation is, as the service tells it; `preparing` until the encryption is there and the service may be
 * asked, `starting` until it has answered; `resuming` after a reload until it says how the conversation stands.
 */
export type TalkPhase = 'preparing' | 'starting' | 'resuming' | Exclude<ConversationView['phase'], 'ended'>;

/** Whether a key of the room has reached the counsellor (design 5.7); `unknown` until somebody is there. */
export type Security = 'unknown' | 'secured' | UnsecuredCode;

/** What an earlier page of the conversation has left in the log: its first `count` lines, hidden until they are asked for (R27). */
export type Earlier = {
  readonly state: 'none' | 'loading' | 'hidden' | 'shown';
  readonly count: number;
};

/** From the press until the end: waiting and talking are one screen, so that words and focus stay where they are. */
export type ConversationScreen = {
  readonly name: 'conversation';
  /** Makes a repeated start harmless; 32 random bytes, base64url. */
  readonly requestSecret: string;
  readonly intake: Intake;
  /** Null until the service has answered. */
  readonly session: StartedConversation | null;
  /** An earlier page has begun it. */
  readonly isResumed: boolean;
  /** Begins the ids of what this page writes; empty for the page that began the conversation. */
  readonly pageId: string;
  readonly earlier: Earlier;
  /** A reload can bring it back, as far as is known; said once when not (R85). */
  readonly isKept: boolean;
  readonly phase: TalkPhase;
  readonly takesLong: boolean;
  readonly counsellor: PinnedCounsellor | null;
  /** Who else can read or is announced, and what else the service tells of the conversation. */
  readonly circumstances: Circumstances;
  /** The announced colleague whom the caller would rather not have (design 6). */
  readonly refusedReader: string | null;
  readonly security: Security;
  /** The service answers. */
  readonly isServiceReachable: boolean;
  /** The gateway answers. */
  readonly isGatewayReachable: boolean;
  readonly isCounsellorTyping: boolean;
  readonly log: Log;
  readonly draft: string;
  readonly isTyping: boolean;
  readonly isConfirmingEnd: boolean;
  /** A picture or a file was pasted or dropped, and is not sent (S28). */
  readonly isFileRefused: boolean;
  /** How many messages the caller has written; it numbers them. */
  readonly written: number;
};

/** After the end. The words stay until they are wiped or the page goes, because the last ones may be an address to go to. */
export type EndedScreen = {
  readonly name: 'ended';
  /** Null when it is not known who ended it. */
  readonly by: Exclude<ConversationView['endedBy'], 'blocked'>;
  readonly log: Log;
  /** What a reload had hidden stays so; `shown` when it was asked for here (R27). */
  readonly earlier: Earlier;
  /** Words that were never sent. */
  readonly draft: string;
  /** The questions on how it was (R37). */
  readonly feedback: Feedback;
};

/**
 * The chat is not there for this caller now (R35, R36): other ways to be helped, no reason and no question. Nothing of the
 * conversation stays, because the reader may be somebody else in the house; only what was typed and never sent does.
 */
export type BlockedScreen = { readonly name: 'blocked'; readonly draft: string };

/** Why there can be no chat here: the worker's reason, or that the frame itself broke. */
export type FrameFailure = Exclude<WorkerFailure, 'not-kept'> | 'frame-broke';

/** Encryption is not possible (fail closed): nothing more leaves the browser; mail, phone, 101 and 112 are offered. */
export type FailedScreen = {
  readonly name: 'failed';
  readonly failure: FrameFailure;
  /** Some messages had gone out before, encrypted. */
  readonly hasSent: boolean;
  readonly draft: string;
};

/** Another tab of this browser has the conversation (R27); the words that nobody has are kept for copying. */
export type ElsewhereScreen = { readonly name: 'elsewhere'; readonly draft: string };

/** Quick exit: nothing is shown and nothing is known any more (S3). */
export type LeftScreen = { readonly name: 'left' };

/** What the caller sees. */
export type Screen =
  | StartScreen
  | IntakeScreen
  | ConversationScreen
  | EndedScreen
  | BlockedScreen
  | FailedScreen
  | ElsewhereScreen
  | LeftScreen;

/** The crypto worker. It is loaded while the caller reads (design 5.2). */
export type CryptoState =
  | { readonly name: 'unasked' | 'loading' | 'loaded' }
  | { readonly name: 'failed'; readonly failure: FrameFailure };

/**
 * What is said to people who hear the screen, once, outside the log (R10, S2). `preparing` and `searching` stand in the log
 * too, but from before it could be listened to: a log announces only what is added to it.
 */
export type Announcement =
  | 'status-online'
  | 'status-busy'
  | 'status-offline'
  | 'preparing'
  | 'searching'
  | 'not-secure'
  | 'file-refused'
  | 'language-missing'
  | 'feedback-asked'
  | 'exit-two-more'
  | 'exit-one-more'
  | 'exit-timed-out'
  | `page-${PageNews}`;

/** Everything the frame knows; in memory only (S7). */
export type FrameState = WordingState & {
  /** Null until the first answer. */
  readonly status: PublicStatus | null;
  /** The browser's clock, for the words of the next opening. */
  readonly nowMs: number;
  /** The panel is open and the tab is in front, so that what is shown counts as read. */
  readonly isInSight: boolean;
  readonly brusselsProvince: WireProvince | null;
  readonly crypto: CryptoState;
  readonly screen: Screen;
  /** While the service is asked for an earlier page's conversation: what a quick exit names (S3). */
  readonly resumeSecret: string | null;
  /** The page that lies over the screen; null when none does. */
  readonly page: OpenPage | null;
  /** Bare presses of Shift so far (S2). */
  readonly shiftPresses: number;
  readonly announcement: Announcement | null;
};

/** The frame before it is opened. */
export function initialState(
  given: Pick<FrameState, 'language' | 'audience' | 'nowMs' | 'brusselsProvince'>,
): FrameState {
  const { language, audience, nowMs, brusselsProvince } = given;
  return {
    language,
    audience,
    nowMs,
    brusselsProvince,
    wantedWording: null,
    missingLanguage: null,
    status: null,
    isInSight: false,
    crypto: { name: 'unasked' },
    screen: { name: 'start', problem: null, draft: '' },
    resumeSecret: null,
    page: null,
    shiftPresses: 0,
    announcement: null,
  };
}

/** Whether both the service and the gateway answer. */
export function isConnected(screen: ConversationScreen): boolean {
  return screen.isServiceReachable && screen.isGatewayReachable;
}

/** Whether the caller sees the screen, so that what is shown there counts as read: no page lies over it. */
export function isScreenInSight({ isInSight, page }: Pick<FrameState, 'isInSight' | 'page'>): boolean {
  return isInSight && page === null;
}
