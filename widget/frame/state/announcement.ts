import type { PublicStatus } from '../../../appservice/contract/status.ts';
import type { FromWorker } from '../../worker-messages.ts';
import { isFeedbackEvent, type FeedbackEvent } from './feedback.ts';
import type { FrameEvent } from './frame-event.ts';
import type { Announcement, FrameState } from './frame-state.ts';
import { pageNews } from './reduce-page.ts';

type ShiftEvent = Extract<FrameEvent, { kind: 'shift-counted' | 'shift-timed-out' }>;

/**
 * What people who hear the screen are told when this happens, null for nothing. The log announces itself (S13); here is
 * only what it does not: the status while no conversation runs (R10), the line that the log begins with, that the
 * connection is not secure yet, and the count of Shift (S2).
 */
export function announcementOf(
  before: FrameState,
  event: FrameEvent,
  after: FrameState,
): Announcement | null {
  const news = pageNews(after);
  if (news !== null && news !== pageNews(before)) return `page-${news}`;
  return isFeedbackEvent(event) ? ofFeedback(before, event, after) : ofEvent(before, event, after);
}

function ofEvent(
  before: FrameState,
  event: Exclude<FrameEvent, FeedbackEvent>,
  after: FrameState,
): Announcement | null {
  switch (event.kind) {
    case 'status-told':
      return ofStatus(before, event.status.state);
    case 'shift-counted':
    case 'shift-timed-out':
      return ofShift(event);
    case 'left':
    case 'start-pressed':
    case 'frame-broke':
    case 'page-opened':
    case 'page-closed':
    case 'conversation-wiped':
      return null;
    case 'intake-finished':
      return ofBeginning(after);
    case 'crypto-told':
      return ofNews(before, event.news);
    case 'file-offered':
      return after.screen.name === 'conversation' ? 'file-refused' : before.announcement;
    case 'draft-edited':
      return before.announcement === 'file-refused' ? null : before.announcement;
    case 'view-told':
      return withoutBeginning(before.announcement);
    case 'texts-came':
    case 'texts-missing':
      return after.missingLanguage === null ? before.announcement : 'language-missing';
    case 'opened':
    case 'fault-edited':
    case 'fault-sent':
    case 'sight-changed':
    case 'time-passed':
    case 'language-chosen':
    case 'intake-left':
    case 'typing-rested':
    case 'intake-edited':
    case 'nickname-left':
    case 'reader-refused':
    case 'message-written':
    case 'end-pressed':
    case 'end-withdrawn':
    case 'end-confirmed':
    case 'conversation-started':
    case 'start-refused':
    case 'preparing-took-long':
    case 'view-lost':
    case 'resume-begun':
    case 'resume-refused':
    case 'conversation-resumed':
    case 'conversation-elsewhere':
    case 'take-over-pressed':
    case 'earlier-asked':
    case 'conversation-gone':
      return before.announcement;
  }
}

function ofShift(event: ShiftEvent): Announcement {
  if (event.kind === 'shift-timed-out') return 'exit-timed-out';
  return event.presses === 1 ? 'exit-two-more' : 'exit-one-more';
}

function ofStatus(before: FrameState, state: PublicStatus['state']): Announcement | null {
  const isShown = before.screen.name === 'start' || before.screen.name === 'intake';
  const hasChanged = before.status !== null && before.status.state !== state;
  return isShown && hasChanged ? `status-${state}` : before.announcement;
}

/** The questions come a moment after the end screen, below where the focus is; what they say themselves is said there. */
function ofFeedback(before: FrameState, event: FeedbackEvent, after: FrameState): Announcement | null {
  const isAsked = after.screen.name === 'ended' && after.screen.feedback.name === 'asking';
  if (event.kind === 'feedback-given' || event.kind === 'feedback-skipped') return null;
  if (event.kind === 'feedback-escaped') return isAsked ? before.announcement : null;
  return event.kind === 'feedback-drawn' && isAsked ? 'feedback-asked' : before.announcement;
}

/** A press that was stopped leads to no conversation, and moves the focus instead. */
function ofBeginning({ screen }: FrameState): Announcement | null {
  if (screen.name !== 'conversation') return null;
  return screen.phase === 'preparing' ? 'preparing' : 'searching';
}

function ofNews({ screen, announcement }: FrameState, news: FromWorker): Announcement | null {
  if (screen.name !== 'conversation') return announcement;
  if (news.kind === 'unsecured') return 'not-secure';
  if (news.kind === 'secured') return null;
  return news.kind === 'loaded' ? withoutBeginning(announcement) : announcement;
}

/** What was said at the beginning is not left to be found when it is no longer so. */
function withoutBeginning(announcement: Announcement | null): Announcement | null {
  return announcement === 'preparing' || announcement === 'searching' ? null : announcement;
}
