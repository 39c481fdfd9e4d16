import type { FrameEvent } from './frame-event.ts';
import type { Announcement, FrameState } from './frame-state.ts';

/**
 * What people who hear the screen are told when this happens, null for nothing. The log announces itself (S13); here is
 * only what changes outside it: the status while no conversation runs (R10), and the count of Shift (S2).
 */
export function announcementOf(before: FrameState, event: FrameEvent): Announcement | null {
  switch (event.kind) {
    case 'status-told': {
      const isShown = before.screen.name === 'start' || before.screen.name === 'intake';
      const hasChanged = before.status !== null && before.status.state !== event.status.state;
      return isShown && hasChanged ? `status-${event.status.state}` : before.announcement;
    }
    case 'shift-counted':
      return event.presses === 1 ? 'exit-two-more' : 'exit-one-more';
    case 'shift-timed-out':
      return 'exit-timed-out';
    case 'left':
    case 'start-pressed':
    case 'intake-finished':
      return null;
    case 'opened':
    case 'sight-changed':
    case 'time-passed':
    case 'language-chosen':
    case 'intake-left':
    case 'typing-rested':
    case 'intake-edited':
    case 'nickname-left':
    case 'draft-edited':
    case 'message-written':
    case 'end-pressed':
    case 'end-withdrawn':
    case 'end-confirmed':
    case 'conversation-wiped':
    case 'conversation-started':
    case 'start-refused':
    case 'view-told':
    case 'view-lost':
    case 'conversation-gone':
    case 'crypto-told':
      return before.announcement;
  }
}
