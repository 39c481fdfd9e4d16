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
  'file-refused': 'composer.fileRefused',
  'language-missing': 'frame.languageMissing',
  'feedback-asked': 'feedback.asked',
  'exit-two-more': 'exit.twoMore',
  'exit-one-more': 'exit.oneMore',
  'exit-timed-out': 'exit.timedOut',
  'page-message': 'page.news.message',
  'page-counsellor': 'page.news.counsellor',
  'page-screen': 'page.news.screen',
};

/** What is a line of the log too, and so is said to be automatic here as it is there (R1). */
const automatic: ReadonlySet<Announcement> = new Set(['preparing', 'searching', 'not-secure']);

/** What the announcer says. */
export type AnnouncerProps = { readonly announcement: Announcement | null };

/** Says, to people who hear the screen, what changes outside the log; the log announces itself (S13). */
export function Announcer({ announcement }: AnnouncerProps): JSX.Element {
  const { texts } = useFrame();
  return (
    <p class="unseen" role="status">
      {announcement !== null && automatic.has(announcement) && `${texts['speaker.automatic']}. `}
      {announcement === null ? '' : texts[keys[announcement]]}
    </p>
  );
}
