import type { EarlierNews } from '../../worker-messages.ts';
import { emptyConversation } from './begin-conversation.ts';
import type { ResumeEvent } from './frame-event.ts';
import type { ConversationScreen, ElsewhereScreen, FrameState, Screen, StartProblem } from './frame-state.ts';
import { emptyIntake } from './intake.ts';
import { sayInLog, type CallerEntry } from './log.ts';
import { unsentWords } from './reduce-conversation.ts';

/** Takes what an earlier page or another tab means for this one. */
export function reduceResume(state: FrameState, event: ResumeEvent): FrameState {
  const { screen } = state;
  switch (event.kind) {
    case 'resume-begun':
      return { ...state, resumeSecret: event.requestSecret };
    case 'resume-refused':
      return screen.name === 'elsewhere'
        ? { ...withoutSecret(state), screen: refusedHere(screen, event.problem) }
        : withoutSecret(state);
    case 'conversation-resumed':
      return mayGoOn(state)
        ? { ...withoutSecret(state), screen: resumedScreen(event) }
        : withoutSecret(state);
    case 'conversation-elsewhere':
      return { ...withoutSecret(state), screen: { name: 'elsewhere', draft: draftOf(state) } };
    case 'take-over-pressed':
      return state;
    case 'earlier-asked':
      return (screen.name === 'conversation' || screen.name === 'ended') && screen.earlier.state === 'hidden'
        ? { ...state, screen: { ...screen, earlier: { ...screen.earlier, state: 'shown' } } }
        : state;
  }
}

/** Nothing has begun here meanwhile that would be lost. */
function mayGoOn({ screen }: FrameState): boolean {
  return screen.name === 'start' || screen.name === 'intake' || screen.name === 'elsewhere';
}

function withoutSecret(state: FrameState): FrameState {
  return { ...state, resumeSecret: null };
}

/** There was nothing to take over: a press that did nothing would leave the caller with a conversation that has ended. */
function refusedHere({ draft }: ElsewhereScreen, problem: StartProblem | 'blocked'): Screen {
  return problem === 'blocked' ? { name: 'blocked', draft } : { name: 'start', problem, draft };
}

function draftOf({ screen }: FrameState): string {
  if (screen.name === 'conversation') return unsentWords(screen);
  return 'draft' in screen ? screen.draft : '';
}

type Resumed = Extract<ResumeEvent, { kind: 'conversation-resumed' }>;

/** The intake went out long ago, or waits among the words that the page before has left. */
function resumedScreen({ session, requestSecret, pageId }: Resumed): ConversationScreen {
  return {
    ...emptyConversation({ intake: emptyIntake, requestSecret }),
    session,
    isResumed: true,
    pageId,
    earlier: { state: 'loading', count: 0 },
    phase: 'resuming',
  };
}

/** What the page before has left; hidden until it is asked for, because somebody else may be at the device now (R27). */
export function reduceEarlier(screen: ConversationScreen, news: EarlierNews): ConversationScreen {
  switch (news.kind) {
    case 'own': {
      const { eventId, sentAtMs: atMs, body } = news;
      return withEntry(screen, { id: `earlier-${eventId}`, atMs, body, mark: 'sent', eventId });
    }
    case 'waiting':
      return withEntry(screen, { id: news.id, atMs: null, body: news.body, mark: 'held', eventId: null });
    case 'history': {
      const log = sayInLog(screen.log, 'resumed');
      const lines = log.filter(({ kind }) => kind === 'automatic'); // this page's own, and nothing of before
      const said = log.filter(({ kind }) => kind !== 'automatic');
      const count = said.length;
      const earlier = { state: count === 0 ? 'none' : 'hidden', count } as const;
      return { ...screen, earlier, log: [...said, ...lines] };
    }
  }
}

function withEntry(screen: ConversationScreen, entry: Omit<CallerEntry, 'kind'>): ConversationScreen {
  return { ...screen, log: [...screen.log, { kind: 'caller', ...entry }] };
}
