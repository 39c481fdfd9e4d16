import type {
  ConversationView,
  SecurityReport,
  StartedConversation,
  StartRequest,
} from '../../contract/conversation.ts';
import type { FaultReportRequest } from '../../contract/fault-report.ts';
import type { MisplacedReport } from '../../contract/misplaced.ts';
import type { HandOverReport, ReaderRefusal } from '../../contract/readers.ts';
import type { PublicStatus } from '../../contract/status.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';

/**
 * Why a conversation does not start (R11–R13, R35); `already-used` is a repeat whose conversation is in use or over. While
 * the blocks cannot be read nobody is let in.
 */
export type StartProblem = {
  readonly code: 'busy' | 'offline' | 'already-used' | 'unreachable' | 'blocked' | 'blocks-unreadable';
};

/** Where a start comes from. */
export type StartOrigin = {
  /** May be `unknown`. */
  readonly address: string;
  /** The token in the browser's cookie; null without one. */
  readonly resumeToken: string | null;
};

/** Why a reloaded page does not go on; a browser that was blocked keeps its cookie. */
export type ResumeProblem = { readonly code: 'nothing-to-resume' | 'blocked' };

/** What is known of somebody who leaves quickly; null for what their browser has not, or says wrongly. */
export type QuickExit = {
  readonly requestSecret: string | null;
  readonly resumeToken: string | null;
  /** A conversation that is not there yet may be kept from beginning. */
  readonly mayComeFirst: boolean;
};

/** A conversation that a browser begins or goes on with: what its page is told, and the token for its cookie. */
export type OpenedConversation = {
  readonly conversationId: ConversationId;
  readonly session: StartedConversation;
  /** 256 bits, base64url (R27). */
  readonly resumeToken: string;
};

/** How a conversation stands, but for what only its route can see. */
export type StandingView = Omit<ConversationView, 'canResume'>;

/** What callers can ask of the service; `callers.ts` fills it in with the use cases. */
export interface CallerApi {
  /** The same request secret gives the same conversation (design 5.3). */
  start(request: StartRequest, from: StartOrigin): Promise<Result<OpenedConversation, StartProblem>>;
  /** Refused when there is nothing to go on with (R27), or when the browser is blocked (R35). */
  resume(resumeToken: string, requestSecret: string): Promise<Result<OpenedConversation, ResumeProblem>>;
  /** Whether this token would bring the browser back; one that was only offered is its token from now on. */
  keepResume(conversationId: ConversationId, resumeToken: string): Promise<boolean>;
  /** Whose bearer this is, also after the end; undefined when nobody was given it. */
  conversationOf(bearerHash: string): Promise<ConversationId | undefined>;
  /** How a conversation stands, an ended one as well; undefined when there is none. */
  view(conversationId: ConversationId): Promise<StandingView | undefined>;
  /** Counsellors may be rung from now on; false when the conversation is over. */
  enterPool(conversationId: ConversationId): Promise<boolean>;
  /** False when the conversation is over. */
  reportSecurity(conversationId: ConversationId, report: SecurityReport): Promise<boolean>;
  /** "Liever niet" to a colleague who was announced (design 6); false when the conversation is over. */
  refuseReader(conversationId: ConversationId, refusal: ReaderRefusal): Promise<boolean>;
  /** How the browser's sharing with a colleague went; false when the conversation is over. */
  reportHandOver(conversationId: ConversationId, report: HandOverReport): Promise<boolean>;
  /** A command of the desk was written into the conversation; false when the conversation is over. */
  reportMisplaced(conversationId: ConversationId, report: MisplacedReport): Promise<boolean>;
  /** Ends it; one that is over already stays as it is. */
  end(conversationId: ConversationId, by: 'caller' | 'failure'): Promise<void>;
  /** Quick exit (S3), by what the page and its browser know of a conversation. */
  leave(exit: QuickExit): Promise<void>;
  /** Keeps a fault report until the coordinators were told (R32). */
  reportFault(fault: FaultReportRequest): Promise<void>;
}

/** The status as it was last worked out; asking costs nothing, however many ask (R10). */
export interface StatusSnapshot {
  current(): PublicStatus;
  /** Calls back when it has changed. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}
