import { inviteeOf } from '../../appservice/domain/company.ts';
import { counsellorOf, hasEnded } from '../../appservice/domain/conversation.ts';
import type { ActionQueue, Actions } from '../../appservice/ports/actions.ts';
import type { CallerSessions } from '../../appservice/ports/caller-sessions.ts';
import type { Closures } from '../../appservice/ports/closures.ts';
import type { Duties } from '../../appservice/ports/duties.ts';
import type { LeftRequests } from '../../appservice/ports/left-requests.ts';
import type { TransactionInbox } from '../../appservice/ports/transaction-inbox.ts';
import type { HandledEvents, Registers, UnitOfWork } from '../../appservice/ports/unit-of-work.ts';
import { memoryContactForms, memoryContactRegister, memoryDossierNotes } from './memory-contacts.ts';
import { memoryDepartures, memoryParticipants, memoryReopenings } from './memory-aftermath.ts';
import { memoryAddressViews } from './memory-address-views.ts';
import { memoryCodeWords } from './memory-code-words.ts';
import { memoryAudit } from './memory-audit.ts';
import { memoryAlarms, memoryBlocks } from './memory-blocks.ts';
import { memoryDeskInvitations, memoryDeskRooms, memoryDeskSpaces } from './memory-desk-rooms.ts';
import { memoryFaultReports } from './memory-fault-reports.ts';
import { memoryConversations, putRow, rowOf } from './memory-conversations.ts';
import { memoryCallerHints, memoryRecognitions } from './memory-recognitions.ts';
import { memoryResumes } from './memory-resumes.ts';
import { answer, answerAlone, memoryDatabase, write } from './memory-database.ts';
import { memoryFeedbackBox, memoryFeedbackTokens } from './memory-feedback.ts';
import type { ActionRow, MemoryDatabase } from './memory-database.ts';

export { memoryDatabase };

/** Units of work over the memory database: one after the other, and nothing of one that fails. */
export function memoryUnitOfWork(database: MemoryDatabase): UnitOfWork {
  return {
    run: (work) => {
      const turn = database.line.then(async () => {
        const before = database.tables;
        try {
          return await work(memoryRegisters(database));
        } catch (error) {
          database.tables = before;
          throw error;
        }
      });
      database.line = turn.catch(() => undefined);
      return turn;
    },
    read: async (work) => {
      const before = database.tables;
      const seen = await work(memoryRegisters(database));
      if (database.tables !== before) throw new MemoryReadOnlyError();
      return seen;
    },
  };
}

/** The queue of actions as the one who carries them out sees it. */
export function memoryActionQueue(database: MemoryDatabase): ActionQueue {
  return {
    due: (now) =>
      answerAlone(database, () => {
        const lanes = new Set<string>();
        return database.tables.actions.filter((row) => {
          if (row.state !== 'waiting' || lanes.has(row.lane)) return false;
          lanes.add(row.lane);
          return row.retryAt <= now;
        });
      }),
    succeed: (key, sent) =>
      answerAlone(database, () => {
        changeAction(database, key, { state: 'done', sent });
      }),
    fail: (key, failure) =>
      answerAlone(database, () => {
        const row = database.tables.actions.find((each) => each.key === key);
        const attempts = (row?.attempts ?? 0) + 1;
        const hasBegun = row?.hasBegun === true && failure.mayBeDone;
        const fate = failure.retryAt === null ? { state: 'given-up' as const } : { retryAt: failure.retryAt };
        changeAction(database, key, { ...fate, attempts, hasBegun, failureCode: failure.code });
      }),
  };
}

/** The inbox of transactions. */
export function memoryTransactionInbox(database: MemoryDatabase): TransactionInbox {
  return {
    store: (transactionId, events) =>
      answerAlone(database, () => {
        const { transactions } = database.tables;
        if (transactions.some((each) => each.transactionId === transactionId)) return;
        const sequence = transactions.length + 1;
        write(database, {
          transactions: [...transactions, { sequence, transactionId, events, isCompleted: false }],
        });
      }),
    next: () =>
      answerAlone(database, () => {
        const oldest = database.tables.transactions.find((each) => !each.isCompleted);
        return oldest && { sequence: oldest.sequence, events: oldest.events };
      }),
    complete: (sequence) =>
      answerAlone(database, () => {
        const transactions = database.tables.transactions.map((each) =>
          each.sequence === sequence ? { ...each, events: [], isCompleted: true } : each,
        );
        write(database, { transactions });
      }),
  };
}

/** The bearers of open conversations. */
export function memoryCallerSessions(database: MemoryDatabase): CallerSessions {
  return {
    find: (bearerHash) =>
      answerAlone(database, () => {
        const row = [...database.tables.conversations.values()].find(
          (each) => each.bearerHash === bearerHash,
        );
        if (row === undefined || hasEnded(row.conversation)) return undefined;
        putRow(database, { ...row, isBearerUsed: true });
        const { conversationId, caller, callerDevice: device, roomId, phase, company } = row.conversation;
        if (roomId === null) return undefined;
        const people = { readers: company.readers, invitee: inviteeOf(company) };
        return { conversationId, caller, device, roomId, counsellor: counsellorOf(phase) ?? null, ...people };
      }),
    touch: (conversationId, now) =>
      answerAlone(database, () => {
        const row = database.tables.conversations.get(conversationId);
        if (row === undefined || row.conversation.lastContactAt >= now) return;
        putRow(database, { ...row, conversation: { ...row.conversation, lastContactAt: now } });
      }),
    claimCrossSigningUpload: (conversationId, keysHash) =>
      answerAlone(database, () => {
        const row = rowOf(database, conversationId);
        if (row.crossSigningHash === null) putRow(database, { ...row, crossSigningHash: keysHash });
        return (row.crossSigningHash ?? keysHash) === keysHash;
      }),
  };
}

function memoryRegisters(database: MemoryDatabase): Registers {
  return {
    conversations: memoryConversations(database),
    duties: memoryDuties(database),
    closures: memoryClosures(database),
    deskRooms: memoryDeskRooms(database),
    deskSpaces: memoryDeskSpaces(database),
    deskInvitations: memoryDeskInvitations(database),
    actions: memoryActions(database),
    handledEvents: memoryHandledEvents(database),
    leftRequests: memoryLeftRequests(database),
    resumes: memoryResumes(database),
    faultReports: memoryFaultReports(database),
    feedbackTokens: memoryFeedbackTokens(database),
    feedbackBox: memoryFeedbackBox(database),
    audit: memoryAudit(database),
    blocks: memoryBlocks(database),
    alarms: memoryAlarms(database),
    recognitions: memoryRecognitions(database),
    callerHints: memoryCallerHints(database),
    contactForms: memoryContactForms(database),
    contactRegister: memoryContactRegister(database),
    dossierNotes: memoryDossierNotes(database),
    participants: memoryParticipants(database),
    reopenings: memoryReopenings(database),
    departures: memoryDepartures(database),
    addressViews: memoryAddressViews(database),
    codeWords: memoryCodeWords(database),
  };
}

function memoryDuties(database: MemoryDatabase): Duties {
  return {
    all: () => answer(() => [...database.tables.duties.values()]),
    find: (counsellor) => answer(() => database.tables.duties.get(counsellor)),
    save: (duty) =>
      answer(() => {
        write(database, { duties: new Map(database.tables.duties).set(duty.counsellor, duty) });
      }),
  };
}

function memoryClosures(database: MemoryDatabase): Closures {
  return {
    latest: () => answer(() => database.tables.closures.filter((row) => !row.isLifted).at(-1)?.closure),
    add: ({ from, until, by, reason }) =>
      answer(() => {
        const row = { closure: { from, until }, by, reason, isLifted: false };
        write(database, { closures: [...database.tables.closures, row] });
      }),
    lift: () =>
      answer(() => {
        write(database, { closures: database.tables.closures.map((row) => ({ ...row, isLifted: true })) });
      }),
  };
}

function memoryActions(database: MemoryDatabase): Actions {
  const rowsOf = () => database.tables.actions;
  return {
    enqueue: (action) =>
      answer(() => {
        if (rowsOf().some((row) => row.key === action.key)) return;
        const row: ActionRow = {
          ...action,
          state: 'waiting',
          attempts: 0,
          hasBegun: false,
          retryAt: 0,
          failureCode: null,
          sent: null,
        };
        write(database, { actions: [...rowsOf().map((each) => replaced(each, row)), row] });
      }),
    hasten: (now) =>
      answer(() => {
        const hastened = rowsOf().map((row) => ({ ...row, retryAt: Math.min(row.retryAt, now) }));
        write(database, { actions: hastened });
      }),
    isRecorded: (key) => answer(() => rowsOf().some((row) => row.key === key)),
    begin: (key) =>
      answer(() => {
        changeAction(database, key, { hasBegun: true });
      }),
    hasBegun: (key) => answer(() => rowsOf().some((row) => row.key === key && row.hasBegun)),
    sentBy: (key) => answer(() => rowsOf().find((row) => row.key === key)?.sent ?? undefined),
    moveTo: (key, place) =>
      answer(() => {
        changeAction(database, key, { sent: place });
      }),
    keyOf: (place) =>
      answer(() => {
        const row = rowsOf().find(
          ({ sent }) => sent?.roomId === place.roomId && sent.eventId === place.eventId,
        );
        return row && { key: row.key, conversationId: row.conversationId };
      }),
  };
}

/** An edit that waits, when a newer one of the same message comes. */
function replaced(row: ActionRow, newer: ActionRow): ActionRow {
  if (row.state !== 'waiting' || row.action.kind !== 'desk-edit') return row;
  const isReplaced = newer.action.kind === 'desk-edit' && newer.action.of === row.action.of;
  return isReplaced ? { ...row, state: 'done' } : row;
}

function memoryHandledEvents(database: MemoryDatabase): HandledEvents {
  return {
    markHandled: (eventId) =>
      answer(() => {
        if (database.tables.handledEvents.has(eventId)) return false;
        write(database, { handledEvents: new Set(database.tables.handledEvents).add(eventId) });
        return true;
      }),
    isHandled: (eventId) => answer(() => database.tables.handledEvents.has(eventId)),
    claimMessage: (messageKey, eventId) =>
      answer(() => {
        const known = database.tables.readMessages.get(messageKey);
        if (known !== undefined) return known === eventId;
        write(database, { readMessages: new Map(database.tables.readMessages).set(messageKey, eventId) });
        return true;
      }),
  };
}

function memoryLeftRequests(database: MemoryDatabase): LeftRequests {
  const rows = () => database.tables.leftRequests;
  return {
    add: (requestHash, now) =>
      answer(() => {
        if (rows().has(requestHash)) return;
        write(database, { leftRequests: new Map(rows()).set(requestHash, now) });
      }),
    has: (requestHash) => answer(() => rows().has(requestHash)),
    forgetBefore: (instant) =>
      answer(() => {
        const kept = [...rows()].filter(([, leftAt]) => leftAt >= instant);
        write(database, { leftRequests: new Map(kept) });
      }),
  };
}

function changeAction(database: MemoryDatabase, key: string, change: Partial<ActionRow>): void {
  const actions = database.tables.actions.map((row) => (row.key === key ? { ...row, ...change } : row));
  write(database, { actions });
}

/** What writing in `UnitOfWork.read` throws. */
class MemoryReadOnlyError extends Error {
  readonly code = 'refused';
}
