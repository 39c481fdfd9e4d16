import { z } from 'zod';
import type { CryptoStoreChange, CryptoStoreSchema, CryptoStoreSnapshot } from '../../ports/crypto-store.ts';
import type { Sealer } from '../../ports/sealer.ts';
import type { Queries } from './connections.ts';
import { jsonText, parseRows } from './parse-rows.ts';
import { PostgresError } from './postgres-error.ts';

/** One commit of the crypto store. */
export type CryptoCommit = {
  readonly name: string;
  readonly schema: CryptoStoreSchema | null;
  readonly changes: readonly CryptoStoreChange[];
};

const keyPath = z.union([z.string(), z.array(z.string())]);

const schemaRow = z.object({
  schema: jsonText.pipe(
    z.object({
      version: z.number(),
      stores: z.array(
        z.object({
          name: z.string(),
          keyPath: keyPath.nullable(),
          autoIncrement: z.boolean(),
          indexes: z.array(
            z.object({ name: z.string(), keyPath, unique: z.boolean(), multiEntry: z.boolean() }),
          ),
        }),
      ),
    }),
  ),
});

const bytes = z.instanceof(Uint8Array);

const recordRow = z.object({ store: z.string(), fingerprint: bytes, sealed_record: bytes });

/** Writes one commit inside a transaction: records as sealed bytes under a keyed fingerprint of their key. */
export async function writeChanges({ query }: Queries, sealer: Sealer, commit: CryptoCommit): Promise<void> {
  const { name, schema, changes } = commit;
  if (schema !== null) await writeSchema({ query }, name, schema);
  const rows = changes.map(([store, key, value]) => {
    const place = placeOf(name, store);
    const fingerprint = sealer.fingerprint(key, place);
    return { store, fingerprint, sealed: value && sealer.seal(frame(key, value), place) };
  });
  const puts = rows.filter((row) => row.sealed !== null);
  const deletions = rows.filter((row) => row.sealed === null);
  if (deletions.length > 0)
    await query(
      `DELETE FROM crypto_records USING unnest($2::text[], $3::bytea[]) AS gone (store, fingerprint)
       WHERE name = $1 AND crypto_records.store = gone.store AND crypto_records.fingerprint = gone.fingerprint`,
      [name, deletions.map((row) => row.store), deletions.map((row) => row.fingerprint)],
    );
  if (puts.length > 0)
    await query(
      `INSERT INTO crypto_records (name, store, fingerprint, sealed_record)
       SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::bytea[])
       ON CONFLICT (name, store, fingerprint) DO UPDATE SET sealed_record = excluded.sealed_record`,
      [name, puts.map((row) => row.store), puts.map((row) => row.fingerprint), puts.map((row) => row.sealed)],
    );
}

async function writeSchema({ query }: Queries, name: string, schema: CryptoStoreSchema): Promise<void> {
  await query(
    `INSERT INTO crypto_stores (name, schema) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET schema = excluded.schema`,
    [name, JSON.stringify(schema)],
  );
  await query('DELETE FROM crypto_records WHERE name = $1 AND store <> ALL ($2::text[])', [
    name,
    schema.stores.map((store) => store.name),
  ]);
}

/** Reads everything under a name. Throws when a record was changed, moved, or sealed under another key. */
export async function loadSnapshot(
  { query }: Queries,
  sealer: Sealer,
  name: string,
): Promise<CryptoStoreSnapshot | undefined> {
  const schemas = await query('SELECT schema FROM crypto_stores WHERE name = $1', [name]);
  const [found] = parseRows(schemaRow, schemas);
  if (found === undefined) return undefined;
  const rows = await query('SELECT store, fingerprint, sealed_record FROM crypto_records WHERE name = $1', [
    name,
  ]);
  const records = new Map<string, (readonly [key: Uint8Array, value: Uint8Array])[]>();
  for (const row of parseRows(recordRow, rows)) {
    const record = openRecord(sealer, name, row);
    const ofStore = records.get(row.store);
    if (ofStore === undefined) records.set(row.store, [record]);
    else ofStore.push(record);
  }
  return { schema: found.schema, records };
}

function openRecord(
  sealer: Sealer,
  name: string,
  row: z.output<typeof recordRow>,
): readonly [key: Uint8Array, value: Uint8Array] {
  const place = placeOf(name, row.store);
  const record = unframe(sealer.open(row.sealed_record, place));
  if (Buffer.compare(sealer.fingerprint(record[0], place), row.fingerprint) !== 0)
    throw new PostgresError('row-unreadable');
  return record;
}

function placeOf(name: string, store: string): string {
  return JSON.stringify(['crypto-store', name, store]);
}

const lengthBytes = 4;

/** Length of the key, the key, the value. */
function frame(key: Uint8Array, value: Uint8Array): Uint8Array {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(key.length);
  return Buffer.concat([length, key, value]);
}

function unframe(framed: Uint8Array): readonly [key: Uint8Array, value: Uint8Array] {
  const keyEnd = lengthBytes + Buffer.from(framed.subarray(0, lengthBytes)).readUInt32BE();
  return [framed.slice(lengthBytes, keyEnd), framed.slice(keyEnd)];
}
