import { announcementOf } from './announcement.ts';
import { failScreen } from './fail-screen.ts';
import { isFeedbackEvent, type FeedbackEvent } from './feedback.ts';
import type { FrameEvent, IntakeEvent, PageEvent } from './frame-event.ts';
import {
  initialState,
  type EndedScreen,
  type FrameState,
  type Screen,
  type StartScreen,
} from './frame-state.ts';
import { emptyIntakeFields } from './intake.ts';
import { reduceConversation } from './reduce-conversation.ts';
import { reduceCrypto } from './reduce-crypto.ts';
import { reduceResume } from './resume.ts';
import { reduceFeedback } from './reduce-feedback.ts';
import { reduceIntake } from './reduce-intake.ts';
import { editFault, hasTypedWords, openPage } from './reduce-page.ts';
import { followAge, reduceWording } from './reduce-wording.ts';

/** The frame's only state transition. An event that does not fit the screen changes nothing. */
export function reduce(before: FrameState, event: FrameEvent): FrameState {
  const after = isFeedbackEvent(event)
    ? onScreen(before, 'ended', (screen) => withFeedback(screen, event))
    : followAge(before, step(before, event));
  return { ...after, announcement: announcementOf(before, event, after) };
}

function step(state: FrameState, event: Exclude<FrameEvent, FeedbackEvent>): FrameState {
  switch (event.kind) {
    case 'opened':
      return opened(state);
    case 'language-chosen':
    case 'texts-came':
    case 'texts-missing':
      return reduceWording(state, event);
    case 'sight-changed':
      return { ...state, isInSight: event.isInSight };
    case 'status-told':
    case 'time-passed':
      return { ...state, nowMs: event.nowMs, status: 'status' in event ? event.status : state.status };
    case 'shift-counted':
    case 'shift-timed-out':
      return { ...state, shiftPresses: event.kind === 'shift-counted' ? event.presses : 0 };
    case 'left':
      return { ...initialState(state), screen: { name: 'left' } };
    case 'page-opened':
    case 'page-closed':
    case 'fault-edited':
    case 'fault-sent':
      return reducePage(state, event);
    case 'start-pressed':
      return startPressed(state);
    case 'conversation-wiped':
      return wiped(state);
    case 'frame-broke':
      return broken(state);
    case 'intake-left':
    case 'intake-edited':
    case 'nickname-left':
    case 'intake-finished':
      return onIntake(state, event);
    case 'crypto-told':
      return reduceCrypto(state, event.news);
    case 'resume-begun':
    case 'resume-refused':
    case 'conversation-resumed':
    case 'conversation-elsewhere':
    case 'take-over-pressed':
    case 'earlier-asked':
      return reduceResume(state, event);
    case 'draft-edited':
    case 'typing-rested':
    case 'message-written':
    case 'end-pressed':
    case 'end-withdrawn':
    case 'end-confirmed':
    case 'preparing-took-long':
    case 'conversation-started':
    case 'start-refused':
    case 'view-told':
    case 'view-lost':
    case 'reader-refused':
    case 'file-offered':
    case 'conversation-gone':
      return onScreen(state, 'conversation', (screen) => reduceConversation(screen, event));
  }
}

function onIntake(state: FrameState, event: IntakeEvent): FrameState {
  const canEncrypt = state.crypto.name === 'loaded';
  return onScreen(state, 'intake', (screen) => reduceIntake(screen, event, canEncrypt));
}

function withFeedback(screen: EndedScreen, event: FeedbackEvent): EndedScreen {
  return { ...screen, feedback: reduceFeedback(screen.feedback, event) };
}

/** The page that lies over the screen. */
function reducePage(state: FrameState, event: PageEvent): FrameState {
  switch (event.kind) {
    case 'page-opened':
      return openPage(state, event.page);
    case 'page-closed':
      return event.byEscape === true && hasTypedWords(state.page) ? state : { ...state, page: null };
    case 'fault-edited':
      return editFault(state, event.change);
    case 'fault-sent':
      return editFault(state, { isSent: true });
  }
}

/** Applies a change to the screen of this name, and leaves every other screen as it is. */
function onScreen<Name extends Screen['name']>(
  state: FrameState,
  name: Name,
  change: (screen: Extract<Screen, { name: Name }>) => Screen,
): FrameState {
  return isScreen(state.screen, name) ? { ...state, screen: change(state.screen) } : state;
}

function isScreen<Name extends Screen['name']>(
  screen: Screen,
  name: Name,
): screen is Extract<Screen, { name: Name }> {
  return screen.name === name;
}

function opened(state: FrameState): FrameState {
  return {
    ...state,
    isInSight: true,
    crypto: state.crypto.name === 'unasked' ? { name: 'loading' } : state.crypto,
  };
}

/** One press leads to the questions (R11), unless the helpline is not open or the browser cannot encrypt. */
function startPressed(state: FrameState): FrameState {
  if (state.screen.name !== 'start' || state.status?.state !== 'online') return state;
  if (state.crypto.name === 'failed') {
    const { draft } = state.screen;
    return { ...state, screen: { name: 'failed', failure: state.crypto.failure, hasSent: false, draft } };
  }
  return {
    ...state,
    screen: { name: 'intake', fields: emptyIntakeFields, stoppedAt: null, isNicknameWarned: false },
  };
}

/** Nothing more is begun until the caller has gone back to the start, which begins with a new worker (fail closed). */
function broken(state: FrameState): FrameState {
  if (state.screen.name === 'left') return state;
  const failure = 'frame-broke';
  const screen = failScreen(state.screen, failure);
  return { ...state, crypto: { name: 'failed', failure }, screen, page: null };
}

const freshStart: StartScreen = { name: 'start', problem: null, draft: '' };

/** Back to the first screen with nothing kept; the worker begins anew, too. */
function wiped(state: FrameState): FrameState {
  if (state.screen.name === 'start') return { ...state, screen: freshStart };
  if (state.screen.name !== 'ended' && state.screen.name !== 'blocked' && state.screen.name !== 'failed')
    return state;
  return { ...state, crypto: { name: 'loading' }, screen: freshStart };
}
