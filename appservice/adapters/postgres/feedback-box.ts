import { z } from 'zod';
import type { FeedbackBox } from '../../ports/feedback-box.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** Where a sealed remark lies; opening it asks for the same. */
const place = 'feedback.remark';

/**
 * Feedback. A row's place in the file and the transaction that wrote it would tell when it came, so each night all of them are
 * written by one transaction into a new file, in random order; the old file goes with its dead rows.
 */
export function feedbackBoxIn({ query }: Transaction, dataKeys: DataKeys): FeedbackBox {
  return {
    add: async ({ week, language, answers, remark }) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      const sealed = remark === null ? null : sealer.seal(Buffer.from(remark), place);
      await query(
        `INSERT INTO feedback (week, language, answers, wrapped_data_key, sealed_remark)
         VALUES ($1, $2, $3, $4, $5)`,
        [week, language, JSON.stringify(answers), sealed && wrappedDataKey, sealed],
      );
    },
    shuffledOn: async () => {
      const rows = await query('SELECT day FROM feedback_shuffles');
      return parseRows(z.object({ day: z.string() }), rows)[0]?.day;
    },
    shuffle: async ({ day, remarksFrom }) => {
      await query(
        `CREATE TEMPORARY TABLE shuffled_feedback AS
         SELECT week, language, answers,
           CASE WHEN week >= $1 THEN wrapped_data_key END AS wrapped_data_key,
           CASE WHEN week >= $1 THEN sealed_remark END AS sealed_remark
         FROM feedback`,
        [remarksFrom],
      );
      await query('TRUNCATE feedback');
      await query(
        `INSERT INTO feedback (week, language, answers, wrapped_data_key, sealed_remark)
         SELECT week, language, answers, wrapped_data_key, sealed_remark FROM shuffled_feedback
         ORDER BY gen_random_uuid()`,
      );
      await query('DROP TABLE shuffled_feedback');
      await query(
        `INSERT INTO feedback_shuffles (day) VALUES ($1)
         ON CONFLICT (is_only_row) DO UPDATE SET day = excluded.day`,
        [day],
      );
    },
  };
}
