import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import { entriesOfTable, recordsOfLog, unsnap } from '../support/leveldb.ts';
import { filesThatHold, type Finds, type Needles } from './secrecy-search.ts';

/**
 * Searches the profile folder of a Chromium: every byte of every file as it is, and once more with all undone that Chromium does to
 * what it keeps: the blocks of LevelDB, Snappy, the compressed bodies of its cache, and the cookies' encryption.
 */
export function profileHolds(folder: string, needles: Needles): Finds {
  return filesThatHold(folder, needles, readingsOf);
}

function* readingsOf(path: string): Generator<Buffer> {
  const file = readFileSync(path);
  yield file;
  const pieces = [file, ...databasePieces(basename(path), file)];
  for (const piece of pieces) {
    if (piece !== file) yield piece;
    yield* valuesUnderSnappy(piece);
    yield* gzippedBodies(piece);
    yield* decryptedCookies(piece);
  }
  yield* brotliBody(file);
}

function databasePieces(name: string, file: Buffer): readonly Buffer[] {
  if (name.endsWith('.ldb')) return entriesOfTable(file);
  return name.endsWith('.log') || name.startsWith('MANIFEST-') ? recordsOfLog(file) : [];
}

/** How Blink marks a value of IndexedDB that it has compressed (`IDBValueWrapper`). */
const snappyMark = Buffer.from([0xff, 0x11, 0x02]);

/** Beginning of a body under gzip without further fields, and what of its header follows (RFC 1952); Node's own reader stumbles over what the cache puts behind it. */
const gzipMark = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
const gzipRestBytes = 6;

function* valuesUnderSnappy(piece: Buffer): Generator<Buffer> {
  for (const rest of restsAfter(piece, snappyMark)) yield* attempt(() => unsnap(rest));
}

function* gzippedBodies(piece: Buffer): Generator<Buffer> {
  const limits = { finishFlush: constants.Z_SYNC_FLUSH };
  for (const rest of restsAfter(piece, gzipMark)) {
    yield* attempt(() => inflateRawSync(rest.subarray(gzipRestBytes), limits));
  }
}

/** An entry of the cache (`SimpleFileHeader`): its body follows the key. */
const cacheMark = Buffer.from('305c72a71b6dfbfc', 'hex');
const cacheHeaderBytes = 24;

function* brotliBody(file: Buffer): Generator<Buffer> {
  if (!file.subarray(0, cacheMark.length).equals(cacheMark)) return;
  const body = file.subarray(cacheHeaderBytes + file.readUInt32LE(12));
  const limits = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
  yield* attempt(() => brotliDecompressSync(body, limits));
}

/** Without a keyring Chromium encrypts cookies under a password that stands in its source (`os_crypt_linux.cc`). */
const cookieMark = Buffer.from('v10');
const cookieKey = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
const blockBytes = 16;
const longestCookieBytes = 64 * blockBytes;

/** Where a value ends needs not be known: what follows it comes out as noise. */
function* decryptedCookies(piece: Buffer): Generator<Buffer> {
  for (const rest of restsAfter(piece, cookieMark)) {
    const length = Math.min(longestCookieBytes, rest.length - (rest.length % blockBytes));
    const decipher = createDecipheriv('aes-128-cbc', cookieKey, Buffer.alloc(blockBytes, ' '));
    yield decipher.setAutoPadding(false).update(rest.subarray(0, length));
  }
}

function* restsAfter(piece: Buffer, mark: Buffer): Generator<Buffer> {
  for (let at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + 1)) {
    yield piece.subarray(at + mark.length);
  }
}

/** Bytes that only look like it are nothing. */
function attempt(decode: () => Buffer): readonly Buffer[] {
  try {
    return [decode()];
  } catch {
    return [];
  }
}
