import type { ReceivedMessage, UnopenedKind } from '../worker-messages.ts';
import type { WaitingMessage } from './waiting-message.ts';

/**
 * What the counsellor is told, in Dutch whatever language the caller reads, when the caller was sent what cannot be seen here
 * (design 5.8). It travels as the caller's message, and so begins by saying that nobody wrote it (R1).
 */
export const unopenedNotices: Readonly<Record<UnopenedKind, string>> = {
  file: 'Automatisch bericht: je stuurde een bestand of een spraakbericht. De beller kan dat niet openen. Schrijf het liever in woorden.',
  call: 'Automatisch bericht: je wilde bellen. De beller kan hier niet gebeld worden. Schrijf het liever in woorden.',
  other:
    'Automatisch bericht: je stuurde iets anders dan tekst. De beller kan dat niet zien. Schrijf het liever in woorden.',
};

/** What is sent because of a message; undefined for words. Its id makes a repeat harmless, also after a reload. */
export function unopenedNotice({ kind, eventId }: ReceivedMessage): WaitingMessage | undefined {
  if (kind !== 'file' && kind !== 'call' && kind !== 'other') return undefined;
  return { id: `unopened-${eventId}`, body: unopenedNotices[kind], isAutomatic: true };
}
