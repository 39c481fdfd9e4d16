import type { Conversation, EventPlace } from '../../appservice/domain/conversation.ts';
import type { CounsellorDuty } from '../../appservice/domain/duty.ts';
import type { FaultReport } from '../../appservice/domain/fault-report.ts';
import type { CalendarDay } from '../../appservice/domain/calendar-day.ts';
import type { Feedback, FeedbackKey } from '../../appservice/domain/feedback.ts';
import type { IsoWeek } from '../../appservice/domain/iso-week.ts';
import type { DossierNote } from '../../appservice/domain/dossier.ts';
import type { ContactForm, ContactFormId } from '../../appservice/domain/contact-draft.ts';
import type { Contact } from '../../appservice/domain/contact-form.ts';
import type { AddressView } from '../../appservice/domain/address.ts';
import type { AuditEntry } from '../../appservice/domain/audit.ts';
import type { Block } from '../../appservice/domain/blocking.ts';
import type { CodeWord } from '../../appservice/domain/code-word.ts';
import type { ConversationId, EventId, RoomId, TeamId, UserId } from '../../appservice/domain/ids.ts';
import type { Departure } from '../../appservice/domain/meant-conversation.ts';
import type { AdHocClosure } from '../../appservice/domain/opening-hours.ts';
import type { CallerHints, Recognition } from '../../appservice/domain/recognition.ts';
import type { Reopening } from '../../appservice/domain/reopening.ts';
import type { Instant } from '../../appservice/domain/time.ts';
import type { QueuedAction } from '../../appservice/ports/actions.ts';
import type { AlarmCode } from '../../appservice/ports/alarms.ts';
import type { SealedCaller } from '../../appservice/ports/conversations.ts';
import type { Resume } from '../../appservice/ports/resumes.ts';
import type { DeskRoomEntry } from '../../appservice/ports/desk-rooms.ts';
import type { StoredTransaction } from '../../appservice/ports/transaction-inbox.ts';

/** A conversation with everything that is stored beside it. */
export type ConversationRow = {
  readonly conversation: Conversation;
  readonly caller: SealedCaller;
  readonly requestHash: string;
  readonly bearerHash: string;
  readonly isBearerUsed: boolean;
  readonly crossSigningHash: string | null;
  readonly version: number;
};

/** An action and how far it came. */
export type ActionRow = QueuedAction & {
  readonly state: 'waiting' | 'done' | 'given-up';
  readonly attempts: number;
  readonly hasBegun: boolean;
  readonly retryAt: Instant;
  readonly failureCode: string | null;
  readonly sent: EventPlace | null;
};

/** A closure with who made it and whether it was lifted. */
export type ClosureRow = {
  readonly closure: AdHocClosure;
  readonly by: UserId;
  readonly reason: string;
  readonly isLifted: boolean;
};

/** A resume token with what it leads to. */
export type ResumeRow = Resume & { readonly tokenHash: string; readonly offeredTokenHash: string | null };

/** A fault report with who is still to be told. */
export type FaultReportRow = {
  readonly reportNumber: number;
  readonly report: FaultReport;
  readonly readers: readonly UserId[];
};

/** Feedback and its tokens. */
export type FeedbackTables = {
  readonly box: readonly Feedback[];
  readonly shuffledOn: CalendarDay | undefined;
  readonly keys: ReadonlyMap<IsoWeek, FeedbackKey>;
  readonly draws: ReadonlyMap<ConversationId, string>;
  /** The week of each token's key. */
  readonly spent: ReadonlyMap<string, IsoWeek>;
};

/** The contact register, and the forms about what is still to be registered. */
export type ContactTables = {
  readonly register: readonly Contact[];
  readonly shuffledOn: CalendarDay | undefined;
  readonly forms: ReadonlyMap<ContactFormId, ContactForm>;
  readonly dossiers: ReadonlyMap<ConversationId, DossierNote>;
};

/** All rows; each map is replaced as a whole, so that a copy of this object is a snapshot. */
export type MemoryTables = {
  readonly conversations: ReadonlyMap<ConversationId, ConversationRow>;
  readonly duties: ReadonlyMap<UserId, CounsellorDuty>;
  readonly closures: readonly ClosureRow[];
  readonly deskRooms: readonly DeskRoomEntry[];
  readonly leftDeskRooms: readonly DeskRoomEntry[];
  readonly deskSpaces: ReadonlyMap<TeamId, RoomId>;
  /** By room and person. */
  readonly deskInvitations: ReadonlyMap<string, Instant>;
  readonly actions: readonly ActionRow[];
  readonly handledEvents: ReadonlySet<EventId>;
  readonly readMessages: ReadonlyMap<string, EventId>;
  readonly leftRequests: ReadonlyMap<string, Instant>;
  readonly resumes: ReadonlyMap<ConversationId, ResumeRow>;
  readonly faultReports: readonly FaultReportRow[];
  readonly feedback: FeedbackTables;
  readonly audit: readonly AuditEntry[];
  /** Null: the table is gone. */
  readonly blocks: readonly Block[] | null;
  readonly alarms: ReadonlyMap<AlarmCode, Instant>;
  readonly recognitions: readonly Recognition[];
  readonly callerHints: ReadonlyMap<ConversationId, CallerHints>;
  readonly contacts: ContactTables;
  readonly participants: ReadonlyMap<ConversationId, ReadonlySet<UserId>>;
  readonly reopenings: readonly (Reopening & { readonly conversationId: ConversationId })[];
  readonly departures: readonly Departure[];
  readonly addressViews: readonly AddressView[];
  readonly codeWords: ReadonlyMap<ConversationId, CodeWord>;
  readonly transactions: readonly (StoredTransaction & {
    readonly transactionId: string;
    readonly isCompleted: boolean;
  })[];
};

/** An in-memory stand-in for the database, shared by the fakes of the ports that live in it. */
export type MemoryDatabase = {
  tables: MemoryTables;
  /** The end of the line of units of work; the next one begins after it. */
  line: Promise<unknown>;
};

/** What the fakes throw where the database would refuse a row; asked for by its code. */
export class MemoryConflictError extends Error {
  readonly code = 'conflict';
}

/** An empty database. */
export function memoryDatabase(): MemoryDatabase {
  return {
    tables: {
      conversations: new Map(),
      duties: new Map(),
      closures: [],
      deskRooms: [],
      leftDeskRooms: [],
      deskSpaces: new Map(),
      deskInvitations: new Map(),
      actions: [],
      handledEvents: new Set(),
      readMessages: new Map(),
      leftRequests: new Map(),
      resumes: new Map(),
      faultReports: [],
      feedback: { box: [], shuffledOn: undefined, keys: new Map(), draws: new Map(), spent: new Map() },
      audit: [],
      blocks: [],
      alarms: new Map(),
      recognitions: [],
      callerHints: new Map(),
      contacts: { register: [], shuffledOn: undefined, forms: new Map(), dossiers: new Map() },
      participants: new Map(),
      reopenings: [],
      departures: [],
      addressViews: [],
      codeWords: new Map(),
      transactions: [],
    },
    line: Promise.resolve(),
  };
}

/** Changes some tables of the database. */
export function write(database: MemoryDatabase, change: Partial<MemoryTables>): void {
  database.tables = { ...database.tables, ...change };
}

/** Answers as a port does: later, and with a rejection where `act` throws. */
export function answer<T>(act: () => T): Promise<T> {
  return Promise.resolve().then(act);
}

/** Answers a call that is its own transaction: it waits for the unit of work that is running, and is not undone by it. */
export function answerAlone<T>(database: MemoryDatabase, act: () => T): Promise<T> {
  const turn = database.line.then(act);
  database.line = turn.catch(() => undefined);
  return turn;
}
