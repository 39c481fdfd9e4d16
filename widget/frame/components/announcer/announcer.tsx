import type { JSX } from 'preact';
import type { Announcement } from '../../state/frame-state.ts';
import type { TextKey } from '../../texts/keys.ts';
import { useFrame } from '../frame-context.ts';

/** The words of each announcement. */
const keys: Readonly<Record<Announcement, TextKey>> = {
  'status-online': 'status.online',
  'status-busy': 'status.busy',
  'status-offline': 'status.offline',
  preparing: 'line.preparing',
  searching: 'line.searching',
  'not-secure': 'conversation.notSecure',
  'exit-two-more': 'exit.twoMore',
  'exit-one-more': 'exit.oneMore',
  'exit-timed-out': 'exit.timedOut',
  'page-message': 'page.news.message',
  'page-counsellor': 'page.news.counsellor',
  'page-screen': 'page.news.screen',
};

/** What the announcer says. */
export type AnnouncerProps = { readonly announcement: Announcement | null };

/** Says, to people who hear the screen, what changes outside the log; the log announces itself (S13). */
export function Announcer({ announcement }: AnnouncerProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="unseen" role="status">
      {announcement === null ? '' : texts[keys[announcement]]}
    </p>
  );
}
