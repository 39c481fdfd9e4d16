import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call, contact } from './contacts-contract.ts';
import { postgresWorld, type PostgresWorld } from './postgres-world.ts';
import { insert } from './register-world.ts';

let world: PostgresWorld;

beforeAll(async () => {
  world = await postgresWorld();
}, 60_000);

beforeEach(() => world.empty());

afterAll(() => world.stop(), 60_000);

const column = async (text: string) => {
  const { rows } = await world.sql.query<{ value: string }>(text);
  return rows.map(({ value }) => value);
};

const register = (theme: string) =>
  world.postgres.unitOfWork.run(({ contactRegister }) => contactRegister.add(contact(theme)));
const shuffle = () =>
  world.postgres.unitOfWork.run(({ contactRegister }) => contactRegister.shuffle('2026-11-24'));

describe('the contact register in PostgreSQL', () => {
  test('has no column that leads to a conversation or a counsellor, and no instant', async () => {
    const types = await column(
      `SELECT column_name || ' ' || data_type AS value FROM information_schema.columns
       WHERE table_name = 'contacts' ORDER BY ordinal_position`,
    );
    expect(types).toEqual([
      'contact_id uuid',
      'channel text',
      'day text',
      'list_version text',
      'answers jsonb',
    ]);
    const keys = await column(
      `SELECT conname::text AS value FROM pg_constraint WHERE conrelid = 'contacts'::regclass AND contype = 'f'`,
    );
    expect(keys).toEqual([]);
  });

  test('lies in another order after the night, under other names, written by one transaction into a new file', async () => {
    const themes = Array.from({ length: 24 }, (_, count) => String(count));
    for (const theme of themes) await register(theme);
    const order = () => column(`SELECT answers->>'theme' AS value FROM contacts ORDER BY ctid`);
    const names = await column('SELECT contact_id::text AS value FROM contacts');
    const file = () => column(`SELECT pg_relation_filepath('contacts') AS value`);
    const before = await file();
    expect(await order()).toEqual(themes);
    await shuffle();
    // One chance in 24! that the order comes out as it was.
    expect(await order()).not.toEqual(themes);
    expect((await order()).toSorted()).toEqual(themes.toSorted());
    const writers = await column('SELECT DISTINCT xmin::text AS value FROM contacts');
    const others = await column('SELECT contact_id::text AS value FROM contacts');
    expect([writers.length, others.some((name) => names.includes(name)), await file()]).toEqual([
      1,
      false,
      expect.not.arrayContaining(before),
    ]);
  });
});

describe('a form in PostgreSQL', () => {
  test('holds no readable answer', async () => {
    const answered = { ...call, answers: { role: 'victim' } } as const;
    await world.postgres.unitOfWork.run(async ({ contactForms }) => {
      await contactForms.add(answered);
      await contactForms.save(answered);
    });
    const [row] = await column(`SELECT row_to_json(contact_forms)::text AS value FROM contact_forms`);
    expect(row).toContain('$call');
    expect(row).not.toContain(Buffer.from('victim').toString('hex'));
    expect(row).not.toContain('victim');
  });

  test('goes with its conversation', async () => {
    const { conversationId } = await insert(world.postgres, 1);
    const form = { ...call, formId: conversationId, conversationId } as const;
    await world.postgres.unitOfWork.run(({ contactForms }) => contactForms.add(form));
    await world.sql.query('DELETE FROM conversations');
    expect(await column('SELECT form_id AS value FROM contact_forms')).toEqual([]);
  });

  test('that is gone leaves nothing in the file it lay in, after the night', async () => {
    const file = () => column(`SELECT pg_relation_filepath('contact_forms') AS value`);
    const before = await file();
    await shuffle();
    expect(await file()).not.toEqual(before);
  });
});
