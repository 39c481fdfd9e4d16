import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';
import { refuseAmbiguousJson } from './unambiguous-json.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body, at most `limitBytes`; a longer one is refused without being read to its end. */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limitBytes) throw new HttpError('M_TOO_LARGE', { isUnread: true });
  if (request.headers['content-encoding'] !== undefined)
    throw new HttpError('M_NOT_JSON', { isUnread: true });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Buffer)) continue;
    length += chunk.length;
    if (length > limitBytes) throw new HttpError('M_TOO_LARGE', { isUnread: true });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/**
 * Reads a JSON body and refuses whatever two readers might read differently: other encodings than UTF-8, a key twice,
 * deep nesting. An empty body is `{}`, because browsers send none where a request takes no arguments.
 *
 * @param limitBytes longest body; beyond it `M_TOO_LARGE`
 */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) return {};
  return parseJson(bytes);
}

function parseJson(bytes: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new HttpError('M_NOT_JSON', { cause });
  }
  refuseAmbiguousJson(text);
  return value;
}

/** Refuses a body where a request takes none. */
export function refuseBody(request: IncomingMessage): void {
  const { 'content-length': length, 'transfer-encoding': transfer } = request.headers;
  if ((length !== undefined && length !== '0') || transfer !== undefined) {
    throw new HttpError('M_BAD_JSON', { isUnread: true });
  }
}
