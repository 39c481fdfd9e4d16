import { z } from 'zod';
import type { Participants } from '../../ports/participants.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const participantRow = z.object({ person: columns.userId });

/** Who has been in a conversation. */
export function participantsIn({ query }: Transaction): Participants {
  return {
    add: async (conversationId, person) => {
      await query(
        'INSERT INTO participants (conversation_id, person) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [conversationId, person],
      );
    },
    of: async (conversationId) => {
      const rows = await query('SELECT person FROM participants WHERE conversation_id = $1 ORDER BY person', [
        conversationId,
      ]);
      return parseRows(participantRow, rows).map(({ person }) => person);
    },
  };
}
