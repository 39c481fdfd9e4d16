import { z } from 'zod';
import type { ContactForm } from '../../domain/contact-draft.ts';
import { contactQuestions, type ContactAnswers } from '../../domain/contact-form.ts';
import { languages } from '../../domain/conversation.ts';
import { provinces } from '../../domain/roster.ts';
import type { ContactForms } from '../../ports/contact-forms.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** Where the sealed answers lie; opening them asks for the same. */
const place = 'contact-form.answers';

const selected = `form_id, counsellor, conversation_id, case_number, channel, day, since, facts, stage, shown,
  written, wrapped_data_key, sealed_answers`;

const formRow = z.object({
  form_id: z.string(),
  counsellor: columns.userId,
  conversation_id: columns.conversationId.nullable(),
  case_number: columns.caseNumber.nullable(),
  channel: z.enum(['chat', 'mail', 'phone']),
  day: z.string(),
  since: columns.instant,
  facts: z
    .object({ province: z.enum(provinces).nullable(), language: z.enum(languages), minutes: z.number() })
    .nullable(),
  stage: z.enum(['due', 'open', 'aside']),
  shown: z.array(
    z.object({
      part: z.enum(['opening', ...contactQuestions, 'review']),
      key: z.string(),
      isCurrent: z.boolean(),
    }),
  ),
  written: z.array(z.object({ roomId: columns.roomId, eventId: columns.eventId })),
  wrapped_data_key: z.instanceof(Uint8Array),
  sealed_answers: z.instanceof(Uint8Array),
});

const answersText = z.partialRecord(z.enum(contactQuestions), z.string().nullable());

/** Forms about contacts that are still to be registered; what was answered is sealed, under a data key that goes with the row. */
export function contactFormsIn({ query }: Transaction, dataKeys: DataKeys): ContactForms {
  const select = async (where: string, values: readonly unknown[]) =>
    parseRows(formRow, await query(`SELECT ${selected} FROM contact_forms WHERE ${where}`, values)).map(
      (row) => opened(row, dataKeys),
    );
  return {
    add: async (form) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      await query(
        `INSERT INTO contact_forms (${selected}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT DO NOTHING`,
        [
          form.formId,
          form.counsellor,
          form.conversationId,
          form.caseNumber,
          form.channel,
          form.day,
          form.since,
          form.facts === null ? null : JSON.stringify(form.facts),
          form.stage,
          JSON.stringify(form.shown),
          JSON.stringify(form.written),
          wrappedDataKey,
          sealer.seal(Buffer.from(JSON.stringify(form.answers)), place),
        ],
      );
    },
    find: async (formId) => (await select('form_id = $1', [formId]))[0],
    of: (counsellor) => select('counsellor = $1 ORDER BY since, form_id', [counsellor]),
    counts: async () => {
      const rows = await query(
        'SELECT counsellor, count(*)::int AS count FROM contact_forms GROUP BY counsellor ORDER BY counsellor',
      );
      return parseRows(z.object({ counsellor: columns.userId, count: z.int() }), rows);
    },
    save: async ({ formId, stage, shown, written, answers }) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      await query(
        `UPDATE contact_forms SET stage = $2, shown = $3, written = $4, wrapped_data_key = $5, sealed_answers = $6
         WHERE form_id = $1`,
        [
          formId,
          stage,
          JSON.stringify(shown),
          JSON.stringify(written),
          wrappedDataKey,
          sealer.seal(Buffer.from(JSON.stringify(answers)), place),
        ],
      );
    },
    remove: async (formId) => {
      await query('DELETE FROM contact_forms WHERE form_id = $1', [formId]);
    },
  };
}

function opened(row: z.infer<typeof formRow>, dataKeys: DataKeys): ContactForm {
  const text = Buffer.from(dataKeys.unwrap(row.wrapped_data_key).open(row.sealed_answers, place)).toString();
  const answers: ContactAnswers = answersText.parse(JSON.parse(text));
  const { form_id: formId, conversation_id: conversationId, case_number: caseNumber } = row;
  const { counsellor, channel, day, since, facts, stage, shown, written } = row;
  return {
    formId,
    counsellor,
    conversationId,
    caseNumber,
    channel,
    day,
    since,
    facts,
    stage,
    answers,
    shown,
    written,
  };
}
