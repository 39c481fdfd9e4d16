import type { FailedScreen, FrameFailure, LeftScreen, Screen } from './frame-state.ts';
import type { Log } from './log.ts';
import { unsentWords } from './reduce-conversation.ts';

/** What is left of a screen when the chat cannot go on: the words that nobody has, for the caller to copy. */
export function failScreen(screen: Exclude<Screen, LeftScreen>, failure: FrameFailure): FailedScreen {
  switch (screen.name) {
    case 'start':
      return { name: 'failed', failure, hasSent: false, draft: screen.draft };
    case 'intake':
      return { name: 'failed', failure, hasSent: false, draft: '' };
    case 'conversation':
      return { name: 'failed', failure, hasSent: hasSentWords(screen.log), draft: unsentWords(screen) };
    case 'elsewhere':
      return { name: 'failed', failure, hasSent: false, draft: screen.draft };
    case 'blocked':
      return { name: 'failed', failure, hasSent: true, draft: screen.draft };
    case 'ended':
      return { name: 'failed', failure, hasSent: hasSentWords(screen.log), draft: screen.draft };
    case 'failed':
      return screen;
  }
}

function hasSentWords(log: Log): boolean {
  return log.some((entry) => entry.kind === 'caller' && entry.eventId !== null);
}
