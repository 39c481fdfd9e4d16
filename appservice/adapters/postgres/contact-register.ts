import { z } from 'zod';
import type { Contact } from '../../domain/contact-form.ts';
import type { ContactRegister } from '../../ports/contact-register.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const code = z.string().nullable();

/** Answers by question; what a row of an earlier version does not have is unknown. */
const answers = z.object({
  region: code,
  language: code,
  duration: code,
  role: code,
  relation: code,
  theme: code,
  'sub-theme': code,
  context: code,
  age: code,
  sex: code,
  referral: code,
  anonymous: code,
  'next-step': code,
});

const contactRow: z.ZodType<Contact> = z
  .object({
    channel: z.enum(['chat', 'mail', 'phone']),
    day: z.string(),
    list_version: z.string(),
    answers,
  })
  .transform(({ list_version: listVersion, ...row }) => ({ ...row, listVersion }));

/**
 * The register of contacts. As with feedback, a row's place in the file and the transaction that wrote it would tell when it came and
 * beside what, so each night all of them are written by one transaction into a new file, in random order.
 */
export function contactRegisterIn({ query }: Transaction): ContactRegister {
  const anew = async (table: string, columns: string) => {
    await query(`CREATE TEMPORARY TABLE shuffled AS SELECT ${columns} FROM ${table}`);
    await query(`TRUNCATE ${table}`);
    await query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM shuffled ORDER BY gen_random_uuid()`,
    );
    await query('DROP TABLE shuffled');
  };
  return {
    add: async ({ channel, day, listVersion, answers: given }) => {
      await query('INSERT INTO contacts (channel, day, list_version, answers) VALUES ($1, $2, $3, $4)', [
        channel,
        day,
        listVersion,
        JSON.stringify(given),
      ]);
    },
    all: async () =>
      parseRows(
        contactRow,
        await query('SELECT channel, day, list_version, answers FROM contacts ORDER BY ctid'),
      ),
    shuffledOn: async () => {
      const rows = await query('SELECT day FROM contact_shuffles');
      return parseRows(z.object({ day: z.string() }), rows)[0]?.day;
    },
    shuffle: async (day) => {
      await anew('contacts', 'channel, day, list_version, answers');
      await anew(
        'contact_forms',
        `form_id, counsellor, conversation_id, case_number, channel, day, facts, stage, shown, written, since,
         wrapped_data_key, sealed_answers`,
      );
      await query(
        `INSERT INTO contact_shuffles (day) VALUES ($1)
         ON CONFLICT (is_only_row) DO UPDATE SET day = excluded.day`,
        [day],
      );
    },
  };
}
