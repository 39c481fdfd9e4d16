import type { OfflineReason } from '../../../domain/status.ts';

/** How the chat is, to whoever cannot use it: `online` and `busy`, or why it is offline. */
export type ChatStanding = 'online' | 'busy' | OfflineReason;

/** A calendar day to be named. */
export type NamedDay = {
  /** 1 is Monday (ISO 8601). */
  readonly weekday: number;
  readonly dayOfMonth: number;
  /** 1 is January. */
  readonly month: number;
  /** From today on: 0 is today. */
  readonly daysAhead: number;
};

/** Everything that the page without a script says in one language, the words of its days and times with it. */
export type PageWords = {
  /** The language by its own name, on the link to it. */
  readonly ownName: string;
  readonly exit: string;
  readonly danger: string;
  readonly police: string;
  readonly medical: string;
  readonly demo: string;
  readonly heading: string;
  readonly standing: Readonly<Record<ChatStanding, string>>;
  /** Goes after the standing; undefined where there is nothing more to say. */
  readonly standingMore: Readonly<Record<ChatStanding, string | undefined>>;
  readonly opens: (day: NamedDay, minuteOfDay: number) => string;
  /** That this was so at a time, because a page without a script does not follow. */
  readonly seenAt: (minuteOfDay: number) => string;
  readonly lookAgain: string;
  readonly needsScript: string;
  readonly doors: string;
  readonly phone: (number: string) => string;
  readonly phoneMore: string;
  readonly mail: (address: string) => string;
  readonly mailMore: string;
  readonly hours: string;
  readonly day: (day: NamedDay) => string;
  readonly span: (startMinute: number, endMinute: number) => string;
  readonly allDay: string;
  readonly closedDay: string;
  readonly noEmergency: string;
  readonly privacy: string;
};
