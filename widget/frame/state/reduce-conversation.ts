import type { ConversationView } from '../../../appservice/contract/conversation.ts';
import type { Circumstances } from '../../../appservice/contract/readers.ts';
import { canSend } from './composer.ts';
import { circumstancesOf, linesOfCircumstances, type Standing } from './circumstances.ts';
import type { ConversationEvent } from './frame-event.ts';
import { notKept } from './not-kept.ts';
import {
  isConnected,
  type BlockedScreen,
  type ConversationScreen,
  type EndedScreen,
  type Screen,
} from './frame-state.ts';
import { markUnsent, sayInLog, type AutomaticLine, type CallerEntry } from './log.ts';
import { beginFeedback } from './reduce-feedback.ts';
import { earlierAtEnd } from './shown-log.ts';

/** Waiting and talking. */
export function reduceConversation(screen: ConversationScreen, event: ConversationEvent): Screen {
  switch (event.kind) {
    case 'draft-edited':
      return {
        ...screen,
        draft: event.text,
        isTyping: event.text.trim() !== '',
        isFileRefused: false,
      };
    case 'typing-rested':
      return { ...screen, isTyping: false };
    case 'message-written':
      return written(screen, event.nowMs);
    case 'end-pressed':
      return { ...screen, isConfirmingEnd: true };
    case 'end-withdrawn':
      return { ...screen, isConfirmingEnd: false };
    case 'end-confirmed':
      return endScreen(screen, 'caller');
    case 'preparing-took-long':
      return preparedLong(screen);
    case 'conversation-started':
      return screen.session === null ? { ...screen, session: event.session, phase: 'waiting' } : screen;
    case 'start-refused':
      return event.problem === 'blocked'
        ? blockedScreen(screen)
        : { name: 'start', problem: event.problem, draft: unsentWords(screen) };
    case 'view-told':
      return event.view.phase === 'ended'
        ? endedByService(screen, event.view.endedBy)
        : sayConnection(screen, viewed(screen, event.view, event.view.phase));
    case 'reader-refused':
      return readerRefused(screen);
    case 'file-offered':
      return { ...screen, isFileRefused: true };
    case 'view-lost':
      return sayConnection(screen, { ...screen, isServiceReachable: false });
    case 'conversation-gone':
      return endScreen(screen, 'gone');
  }
}

/** The conversation is over; what was said stays to be read until it is wiped. */
export function endScreen(screen: ConversationScreen, by: EndedScreen['by']): EndedScreen {
  const { log, draft } = screen;
  return {
    name: 'ended',
    by,
    log: markUnsent(log),
    earlier: earlierAtEnd(screen),
    draft,
    feedback: beginFeedback(screen, by),
  };
}

function endedByService(screen: ConversationScreen, by: ConversationView['endedBy']): Screen {
  return by === 'blocked' ? blockedScreen(screen) : endScreen(screen, by);
}

function blockedScreen(screen: ConversationScreen): BlockedScreen {
  return { name: 'blocked', draft: unsentWords(screen) };
}

/** Said once for each colleague, and only while the service says that it may be. */
function readerRefused(screen: ConversationScreen): ConversationScreen {
  const { announced } = screen.circumstances;
  if (announced?.mayBeRefused !== true || announced.userId === screen.refusedReader) return screen;
  return {
    ...screen,
    refusedReader: announced.userId,
    log: sayInLog(screen.log, 'reader-refused'),
  };
}

/** What the caller wrote and nobody has: the messages that were held back, and the draft. */
export function unsentWords(screen: ConversationScreen): string {
  const held = screen.log.flatMap((entry) =>
    entry.kind === 'caller' && entry.eventId === null ? [entry.body] : [],
  );
  return [...held, screen.draft].filter((words) => words.trim() !== '').join('\n');
}

/** Says in the log when the connection goes or comes back, once each. */
export function sayConnection(before: ConversationScreen, after: ConversationScreen): ConversationScreen {
  if (isConnected(before) === isConnected(after)) return after;
  return { ...after, log: sayInLog(after.log, isConnected(after) ? 'connection-back' : 'connection-lost') };
}

function preparedLong(screen: ConversationScreen): ConversationScreen {
  if (screen.phase !== 'preparing' || screen.takesLong) return screen;
  return { ...screen, takesLong: true, log: sayInLog(screen.log, 'takes-long') };
}

/** Words may be written from the first second; they wait in the browser until they can be sent (design 5.7). */
function written(screen: ConversationScreen, nowMs: number): ConversationScreen {
  if (!canSend(screen.draft)) return screen;
  const entry: CallerEntry = {
    kind: 'caller',
    id: `words-${screen.pageId}${screen.written + 1}`,
    atMs: nowMs,
    body: screen.draft.trim(),
    mark: screen.security === 'secured' ? 'sending' : 'held',
    eventId: null,
  };
  return {
    ...screen,
    log: [...screen.log, entry],
    written: screen.written + 1,
    draft: '',
    isTyping: false,
    isFileRefused: false,
  };
}

function viewed(
  screen: ConversationScreen,
  view: ConversationView,
  phase: Exclude<ConversationView['phase'], 'ended'>,
): ConversationScreen {
  const isStillThere = isSame(screen, view);
  const seen = view.canResume ? screen : notKept(screen);
  return {
    ...seen,
    phase,
    takesLong: view.takesLong,
    counsellor: view.counsellor,
    circumstances: circumstancesOf(view),
    // A no is for one announcement: whoever is announced anew can be refused anew (R25).
    refusedReader: view.announced?.userId === screen.refusedReader ? screen.refusedReader : null,
    security: isStillThere ? screen.security : 'unknown',
    isCounsellorTyping: isStillThere && screen.isCounsellorTyping,
    isServiceReachable: true,
    log: linesOfView(screen, view).reduce(sayInLog, seen.log),
  };
}

/** What the caller is told when the view changes: who is there, that it takes long, that somebody else is looked for. */
function linesOfView(screen: ConversationScreen, view: ConversationView): AutomaticLine[] {
  if (screen.phase === 'resuming') return []; // it was so before the reload, and was said then
  const wasAttended = isAttended(screen.phase);
  const lines: AutomaticLine[] = [];
  if ((wasAttended || screen.phase === 'taken') && view.phase === 'waiting') lines.push('returned');
  if (view.phase === 'taken' && screen.phase !== 'taken') lines.push('taken');
  if (isAttended(view.phase) && !wasAttended) {
    lines.push(view.counsellor?.organisation === 'VK' ? 'joined-vk' : 'joined-caw');
    if (isSame(screen, view) && screen.security === 'secured') lines.push(securedLine(circumstancesOf(view)));
  }
  if (view.takesLong && !screen.takesLong && !isAttended(view.phase)) lines.push('takes-long');
  const after = { phase: view.phase, counsellor: view.counsellor, circumstances: circumstancesOf(view) };
  return [...lines, ...linesOfCircumstances(standingOf(screen), standingOf(after))];
}

/** How a conversation stands for who reads in it: whoever is only on their way does not yet. */
export function standingOf(
  conversation: Standing & { readonly phase: ConversationScreen['phase'] | 'ended' },
): Standing {
  const { phase, counsellor, circumstances } = conversation;
  return { counsellor: isAttended(phase) ? counsellor : null, circumstances };
}

/** It is never said that one person alone can read what others read along with. */
export function securedLine({ readers }: Circumstances): AutomaticLine {
  return readers.length === 0 ? 'secured' : 'secured-with-readers';
}

function isSame(screen: ConversationScreen, view: ConversationView): boolean {
  return screen.counsellor?.userId === view.counsellor?.userId;
}

/** Whether a counsellor is in the room. */
export function isAttended(phase: ConversationScreen['phase'] | 'ended'): boolean {
  return phase === 'joined' || phase === 'talking';
}
