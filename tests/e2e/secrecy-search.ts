import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import { failureCode } from '../../appservice/ports/failure-code.ts';
import pg from 'pg';
import { query } from '../support/engine-caller-looks.ts';
import type { World } from '../support/world.ts';

/** What is looked for, by what it is: words, or the bytes of a key. */
export type Needles = Readonly<Record<string, string | Buffer>>;

/** Where it was found, by what it is; nothing under a name means that it is nowhere. */
export type Finds = Readonly<Record<string, readonly string[]>>;

/**
 * The forms in which something may lie about: as it is (a text in UTF-8 and UTF-16), as JSON, in a URL, as hexadecimal digits, and
 * as base64 of either alphabet at each of the three places it can begin at.
 */
function formsOf(needle: string | Buffer): readonly Buffer[] {
  const bytes = Buffer.from(needle);
  const base64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    return (['base64', 'base64url'] as const).map((alphabet) =>
      shifted
        .toString(alphabet)
        .replace(/=+$/, '')
        .slice(offset === 0 ? 0 : offset + 1, -1),
    );
  });
  const texts = [bytes.toString('hex'), ...base64];
  if (typeof needle === 'string') texts.push(JSON.stringify(needle).slice(1, -1), encodeURIComponent(needle));
  const wide = typeof needle === 'string' ? [Buffer.from(needle, 'utf16le')] : [];
  const all = [bytes, ...wide, ...texts.map((each) => Buffer.from(each))];
  return all.filter((each) => each.length > 7);
}

/** Searches every byte of every file below a folder, as the file is read. */
export function filesThatHold(folder: string, needles: Needles, read = piecesOf): Finds {
  const wanted = Object.entries(needles).map(([name, needle]) => ({ name, forms: formsOf(needle) }));
  const finds: Record<string, string[]> = {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const pieces = piecesNow(path, read);
    for (const { name, forms } of wanted) {
      const isHeld = pieces.some((piece) => forms.some((form) => piece.includes(form)));
      if (isHeld) (finds[name] ??= []).push(relative(folder, path));
    }
  }
  return finds;
}

/** A file that a running server has taken away meanwhile holds nothing. */
function piecesNow(path: string, read: typeof piecesOf): readonly Buffer[] {
  try {
    return [...read(path)];
  } catch (error) {
    if (failureCode(error) !== 'ENOENT') throw error;
    return [];
  }
}

const pieceBytes = 8_000_000;
const overlapBytes = 1_000;

/** A file in pieces that overlap, so that nothing is missed at a seam. */
function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (let from = 0; ; from += pieceBytes) {
      const piece = Buffer.alloc(pieceBytes + overlapBytes);
      const length = readSync(file, piece, 0, piece.length, from);
      yield piece.subarray(0, length);
      if (length < piece.length) return;
    }
  } finally {
    closeSync(file);
  }
}

/** Searches every row of every table of a database, as PostgreSQL itself reads it: compressed values too. */
export async function rowsThatHold(
  world: World,
  database: 'helpline' | 'synapse',
  needles: Needles,
): Promise<Finds> {
  const tables = await query(
    world,
    `SELECT table_schema, table_name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    { database },
  );
  const names = Object.keys(needles);
  const patterns = Object.values(needles).map(patternsOf);
  const columns = names.map((_name, index) => `bool_or(x::text LIKE ANY ($${index + 1})) AS held${index}`);
  const finds: Record<string, string[]> = {};
  for (const { table_schema: schema, table_name: table } of tables) {
    const place = `${pg.escapeIdentifier(String(schema))}.${pg.escapeIdentifier(String(table))}`;
    const statement = `SELECT ${columns.join(', ')} FROM ${place} x`;
    const [held = {}] = await query(world, statement, { values: patterns, database });
    names.forEach((name, index) => {
      if (held[`held${index}`] === true) (finds[name] ??= []).push(`${String(schema)}.${String(table)}`);
    });
  }
  return finds;
}

/** The forms of it that PostgreSQL can hold as text, as patterns. */
function patternsOf(needle: string | Buffer): readonly string[] {
  const texts = formsOf(needle).map((form) => form.toString('utf8'));
  return texts.filter((each) => !each.includes('\0')).map((each) => `%${each.replace(/[%_\\]/g, '\\$&')}%`);
}
