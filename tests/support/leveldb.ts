/**
 * Reads what Chromium keeps in LevelDB (IndexedDB, local and session storage) as bytes that can be searched: a record of a log is
 * cut up by the headers of blocks, and a table is compressed, with keys that leave out what they share with the key before
 * (LevelDB, doc/log_format.md and doc/table_format.md).
 */

const logBlockBytes = 32_768;
const logHeaderBytes = 7;
const footerBytes = 48;
const tableMagic = Buffer.from('57fb808b247547db', 'hex');

/** Ends of a record: whole in one piece, or the last of several. */
const endingKinds = new Set([1, 4]);

/** The records of a log or manifest, each in one piece, whatever has been overwritten since; also one that a crash has cut off. */
export function recordsOfLog(log: Buffer): readonly Buffer[] {
  const records: Buffer[] = [];
  let pieces: Buffer[] = [];
  for (let start = 0; start < log.length; start += logBlockBytes) {
    const block = log.subarray(start, start + logBlockBytes);
    for (let at = 0; at + logHeaderBytes <= block.length;) {
      const length = block.readUInt16LE(at + 4);
      const kind = block.readUInt8(at + 6);
      if (kind === 0) break;
      pieces.push(block.subarray(at + logHeaderBytes, at + logHeaderBytes + length));
      at += logHeaderBytes + length;
      if (endingKinds.has(kind)) records.push(Buffer.concat(pieces.splice(0)));
    }
  }
  if (pieces.length > 0) records.push(Buffer.concat(pieces));
  pieces = [];
  return records;
}

/** The keys and values of a table, each key whole. */
export function entriesOfTable(table: Buffer): readonly Buffer[] {
  if (!table.subarray(-tableMagic.length).equals(tableMagic)) return [];
  const footer = reader(table.subarray(-footerBytes));
  footer.varint();
  footer.varint();
  const index = blockAt(table, footer.varint(), footer.varint());
  return entriesOfBlock(index).flatMap(({ value }) => {
    const handle = reader(value);
    const block = blockAt(table, handle.varint(), handle.varint());
    return entriesOfBlock(block).map((entry) => Buffer.concat([entry.key, entry.value]));
  });
}

function blockAt(table: Buffer, offset: number, length: number): Buffer {
  const block = table.subarray(offset, offset + length);
  return table.readUInt8(offset + length) === 1 ? unsnap(block) : block;
}

function entriesOfBlock(block: Buffer): readonly { readonly key: Buffer; readonly value: Buffer }[] {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const from = reader(block.subarray(0, end));
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key = Buffer.alloc(0);
  while (!from.isAtEnd()) {
    const [shared, unshared, valueLength] = [from.varint(), from.varint(), from.varint()];
    key = Buffer.concat([key.subarray(0, shared), from.take(unshared)]);
    entries.push({ key, value: from.take(valueLength) });
  }
  return entries;
}

/** Undoes Snappy's compression (google/snappy, format_description.txt); what follows the end is left alone. */
export function unsnap(compressed: Buffer): Buffer {
  const from = reader(compressed);
  const text = Buffer.alloc(from.varint());
  let at = 0;
  while (at < text.length) {
    const tag = from.take(1).readUInt8();
    const high = tag >> 2;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, high - 59);
      const length = 1 + (extra === 0 ? high : from.take(extra).readUIntLE(0, extra));
      at += from.take(length).copy(text, at);
      continue;
    }
    const isShort = (tag & 3) === 1;
    const length = isShort ? 4 + (high & 7) : 1 + high;
    const offset = isShort ? (tag >> 5) * 256 + from.take(1).readUInt8() : readWide(from, tag & 3);
    if (offset === 0 || offset > at) throw new RangeError('not snappy');
    for (const end = at + length; at < end; at += 1) text[at] = text[at - offset] ?? 0;
  }
  return text;
}

function readWide(from: Reader, kind: number): number {
  const width = kind === 2 ? 2 : 4;
  return from.take(width).readUIntLE(0, width);
}

type Reader = ReturnType<typeof reader>;

/** Reads on from where it is; beyond the end it throws. */
function reader(bytes: Buffer) {
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('beyond the end');
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    isAtEnd: () => at >= bytes.length,
    varint: () => {
      for (let [value, factor] = [0, 1]; ; factor *= 128) {
        const byte = take(1).readUInt8();
        value += (byte & 127) * factor;
        if (byte < 128) return value;
      }
    },
  };
}
