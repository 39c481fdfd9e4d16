import type {
  ReceivedMessage,
  WorkerFailure,
  FromWorker,
  OwnWordsNews,
  TheirWordsNews,
} from '../../worker-messages.ts';
import { beginSearch } from './begin-conversation.ts';
import { failScreen } from './fail-screen.ts';
import type { ConversationScreen, FrameState, Screen } from './frame-state.ts';
import {
  changeCallerEntry,
  changeCounsellorEntry,
  isInWords,
  markDelivered,
  markRead,
  markSent,
  placeCounsellorEntry,
  quoteOf,
  sayInLog,
  type CounsellorEntry,
} from './log.ts';
import { notKept } from './not-kept.ts';
import { reduceEarlier } from './resume.ts';
import { endScreen, isAttended, sayConnection, securedLine } from './reduce-conversation.ts';

/** The crypto worker's news. */
export function reduceCrypto(state: FrameState, news: FromWorker): FrameState {
  if (news.kind === 'failed') return failed(state, news.failure);
  if (news.kind === 'loaded') return state.crypto.name === 'loading' ? loaded(state) : state;
  return state.screen.name === 'conversation' ? { ...state, screen: reduceNews(state.screen, news) } : state;
}

/** Whoever pressed before the encryption was there is searched a counsellor for now. */
function loaded(state: FrameState): FrameState {
  const { screen } = state;
  const isAwaited = screen.name === 'conversation' && screen.phase === 'preparing';
  return { ...state, crypto: { name: 'loaded' }, screen: isAwaited ? beginSearch(screen) : screen };
}

/** Fail closed: whoever was about to talk sees at once that it cannot be done safely, with the other doors (design 5). */
function failed(state: FrameState, failure: WorkerFailure): FrameState {
  if (failure === 'not-kept') return lostStore(state);
  const crypto = { name: 'failed', failure } as const;
  const { screen } = state;
  const isConcerned = screen.name === 'intake' || screen.name === 'conversation';
  return { ...state, crypto, screen: isConcerned ? failScreen(screen, failure) : screen };
}

/** The browser has let go of what the page before kept: that conversation is over, and another one may begin here. */
function lostStore(state: FrameState): FrameState {
  if (state.screen.name !== 'conversation') return state;
  return { ...state, crypto: { name: 'loading' }, screen: { name: 'start', problem: 'not-kept', draft: '' } };
}

type TalkNews = Exclude<FromWorker, { kind: 'failed' }>;

function reduceNews(screen: ConversationScreen, news: TalkNews): Screen {
  switch (news.kind) {
    case 'secured':
      return secured(screen);
    case 'unsecured':
      return { ...screen, security: news.code };
    case 'connection':
      return sayConnection(screen, { ...screen, isGatewayReachable: news.isConnected });
    case 'typing':
      return counsellorTyping(screen, news.isTyping);
    case 'sent':
    case 'held':
    case 'refused':
    case 'read':
      return reduceOwnWords(screen, news);
    case 'own':
    case 'waiting':
    case 'history':
      return reduceEarlier(screen, news);
    case 'storage':
      return news.isKept ? screen : notKept(screen);
    case 'message':
    case 'edited':
    case 'removed':
    case 'unreadable':
      return reduceTheirWords(screen, news);
    case 'ended':
      // The service says who ended it, and sooner or later does; while it cannot, the caller need not wait to know.
      return screen.isServiceReachable ? screen : endScreen(screen, null);
    case 'loaded':
    case 'ready':
    case 'joined':
    case 'left':
    case 'hand-over':
    case 'misplaced':
    case 'stopped':
      return screen;
  }
}

function counsellorTyping(screen: ConversationScreen, isTyping: boolean): ConversationScreen {
  const log = isTyping ? markDelivered(screen.log) : screen.log;
  return { ...screen, isCounsellorTyping: isTyping, log };
}

/** Whoever is told that it is safe has been told before that somebody is there. */
function secured(screen: ConversationScreen): ConversationScreen {
  if (screen.security === 'secured') return screen;
  const line = securedLine(screen.circumstances);
  const log = isAttended(screen.phase) ? sayInLog(screen.log, line) : screen.log;
  return { ...screen, security: 'secured', log };
}

function reduceOwnWords(screen: ConversationScreen, news: OwnWordsNews): ConversationScreen {
  switch (news.kind) {
    case 'sent': {
      return { ...screen, log: markSent(screen.log, news.id, news.eventId) };
    }
    case 'held':
      return { ...screen, log: changeCallerEntry(screen.log, news.id, { mark: 'held' }) };
    case 'read':
      return { ...screen, log: markRead(screen.log, news.eventId) };
    case 'refused':
      return takeBack(screen, news.id);
  }
}

/** Words that were refused for good go back into the composer, before what stands there already. */
function takeBack(screen: ConversationScreen, id: string): ConversationScreen {
  const entry = screen.log.find((each) => each.kind === 'caller' && each.id === id);
  if (entry?.kind !== 'caller') return screen;
  return {
    ...screen,
    log: screen.log.filter((each) => each !== entry),
    draft: [entry.body, screen.draft].filter((words) => words !== '').join('\n'),
  };
}

function reduceTheirWords(
  screen: ConversationScreen,
  news: Exclude<TheirWordsNews, { kind: 'misplaced' }>,
): ConversationScreen {
  switch (news.kind) {
    case 'message': {
      const log = placeCounsellorEntry(markDelivered(screen.log), entryOf(screen, news.message));
      return { ...screen, isCounsellorTyping: false, log };
    }
    case 'edited': {
      const change = { body: news.body, isEdited: true };
      return { ...screen, log: changeCounsellorEntry(screen.log, news.eventId, change) };
    }
    case 'removed': {
      const change = { form: 'removed', body: '', quote: null } as const;
      return { ...screen, log: changeCounsellorEntry(screen.log, news.eventId, change) };
    }
    case 'unreadable':
      return { ...screen, log: placeCounsellorEntry(screen.log, unreadable(news.eventId)) };
  }
}

function entryOf(screen: ConversationScreen, message: ReceivedMessage): CounsellorEntry {
  return {
    kind: 'counsellor',
    id: message.eventId,
    atMs: message.sentAtMs,
    form: message.kind,
    body: isInWords(message.kind) ? message.body : '',
    isEdited: message.isEdited,
    quote: quoteOf(screen.log, message.repliesTo),
  };
}

function unreadable(eventId: string): CounsellorEntry {
  return {
    kind: 'counsellor',
    id: eventId,
    atMs: null,
    form: 'unreadable',
    body: '',
    isEdited: false,
    quote: null,
  };
}
