import pg from 'pg';
import { createPostgres, type Postgres } from '../../appservice/adapters/postgres/postgres.ts';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { startWorld, type World } from '../support/world.ts';

/** The real adapter on a real PostgreSQL of its own. */
export type PostgresWorld = {
  readonly world: World;
  readonly postgres: Postgres;
  readonly sql: pg.Pool;
  /** The same database as PostgreSQL's superuser. */
  readonly keeper: pg.Pool;
  /** Another process of the same helpline. */
  readonly another: () => Promise<Postgres>;
  /** Empties every table but what the schema itself brings. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Wraps the data keys of the tests. */
export const masterKey = new Uint8Array(32).fill(7);

/** Starts it. */
export async function postgresWorld(): Promise<PostgresWorld> {
  const world = await startWorld({ hasHomeserver: false });
  const opened: Postgres[] = [];
  const another = async () => {
    const access = { url: world.databaseUrl, password: null, maxConnections: 10 };
    const parts = { clock: drivenClock(1_000), dataKeys: createDataKeys(masterKey) };
    const postgres = await createPostgres(access, parts);
    opened.push(postgres);
    return postgres;
  };
  const postgres = await another();
  const sql = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
  sql.on('error', () => undefined);
  const keeper = new pg.Pool({ connectionString: world.superuserUrl('helpline'), max: 1 });
  keeper.on('error', () => undefined);
  return {
    world,
    postgres,
    sql,
    keeper,
    another,
    empty: async () => {
      await keeper.query(
        'TRUNCATE audit.lines; DELETE FROM audit.chain; INSERT INTO audit.chain DEFAULT VALUES',
      );
      await sql.query(`TRUNCATE participants, reopenings, departures, conversations, duties, closures, desk_rooms, left_desk_rooms, desk_spaces, desk_invitations, actions, handled_events, left_requests,
        resumes, transactions, crypto_stores, crypto_records, fault_reports, feedback, feedback_shuffles,
        feedback_keys, feedback_draws, spent_feedback_tokens, blocks, alarms,
        recognitions, caller_hints, contacts, contact_shuffles, contact_forms, address_views, code_words,
        dossier_notes`);
    },
    stop: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await sql.end();
      await keeper.end();
      await world.stop();
    },
  };
}
