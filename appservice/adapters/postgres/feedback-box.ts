import { z } from 'zod';
import { languages } from '../../domain/conversation.ts';
import { feedbackScale, type Feedback } from '../../domain/feedback.ts';
import type { FeedbackBox } from '../../ports/feedback-box.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** Where a sealed remark lies; opening it asks for the same. */
const place = 'feedback.remark';

const answer = z.enum(feedbackScale).nullable();

const feedbackRow = z.object({
  week: z.string(),
  language: z.enum(languages),
  answers: z.object({ heard: answer, helped: answer, nextStep: answer, easy: answer }),
  wrapped_data_key: z.instanceof(Uint8Array).nullable(),
  sealed_remark: z.instanceof(Uint8Array).nullable(),
});

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
    all: async () => {
      const rows = await query(
        'SELECT week, language, answers, wrapped_data_key, sealed_remark FROM feedback ORDER BY ctid',
      );
      return parseRows(feedbackRow, rows).map((row) => opened(row, dataKeys));
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

function opened(row: z.infer<typeof feedbackRow>, dataKeys: DataKeys): Feedback {
  const { week, language, answers, wrapped_data_key: wrapped, sealed_remark: sealed } = row;
  if (wrapped === null || sealed === null) return { week, language, answers, remark: null };
  const remark = Buffer.from(dataKeys.unwrap(wrapped).open(sealed, place)).toString();
  return { week, language, answers, remark };
}
