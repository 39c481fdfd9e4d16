import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import type { AnswerHeaders } from '../security-headers.ts';

/** Longest refusal of the homeserver that is read, bytes. */
const refusalLimitBytes = 16_384;

/** Statuses by which the homeserver tells the browser something about its own request. */
const passedStatuses = [400, 403, 404, 409, 413, 429];

/** What of a refusal is passed on: its code. Its words may name people and rooms. */
const refusalShape = z.object({
  errcode: z.string().regex(/^M_[A-Z_]{1,60}$/),
  retry_after_ms: z.int().min(0).optional(),
});

/** Hands the homeserver's answer on, byte by byte as it comes; of its headers only type and length. */
export async function passOn(asked: {
  readonly upstream: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: AnswerHeaders;
}): Promise<void> {
  const { upstream, response, headers } = asked;
  const status = upstream.statusCode ?? 0;
  if (status !== 200) {
    await passRefusalOn(asked, status);
    return;
  }
  const { 'content-length': length } = upstream.headers;
  response.writeHead(200, {
    ...headers,
    'content-type': 'application/json',
    ...(length === undefined ? {} : { 'content-length': length }),
  });
  await pipeline(upstream, response);
}

async function passRefusalOn(
  { upstream, response, headers }: Parameters<typeof passOn>[0],
  status: number,
): Promise<void> {
  const refusal = refusalShape.safeParse(await readRefusal(upstream));
  if (!passedStatuses.includes(status) || !refusal.success) throw new HttpError('HELPLINE_UNREACHABLE');
  const json = Buffer.from(JSON.stringify({ error: 'The homeserver refuses this.', ...refusal.data }));
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json',
    'content-length': json.length,
  });
  response.end(json);
}

async function readRefusal(upstream: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of upstream) {
    if (!(chunk instanceof Buffer)) continue;
    length += chunk.length;
    if (length > refusalLimitBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
