import { createHash } from 'node:crypto';

/** Megolm message format, version 3: the version, then the tag of the message index, then the index as a varint. */
const version = 3;
const indexTag = 0x08;

/**
 * Names an encrypted message by its session and its place in it (Megolm specification, message format). The same ciphertext in
 * another event, or encoded another way, has the same name: so a message that is sent again is known. Undefined when the
 * ciphertext is no Megolm message.
 */
export function messageKeyOf(sessionId: string, ciphertext: string): string | undefined {
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes[0] !== version || bytes[1] !== indexTag) return undefined;
  const index = readVarint(bytes.subarray(2));
  if (index === undefined) return undefined;
  return createHash('sha256').update(`${sessionId} ${index}`).digest('base64url');
}

/** At most 32 bits, least significant group first (Protocol Buffers encoding). */
function readVarint(bytes: Uint8Array): number | undefined {
  let value = 0;
  for (const [place, byte] of bytes.subarray(0, 5).entries()) {
    value += (byte & 0x7f) * 2 ** (7 * place);
    if ((byte & 0x80) === 0) return value;
  }
  return undefined;
}
