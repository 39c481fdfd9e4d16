import type { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import { HomeserverError } from './homeserver-error.ts';

/** One request of ours to the homeserver's client API. */
export type HomeserverRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Made by `path`, so that every value in it is encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** In whose name, one of our own users; the host when left out. */
  readonly as?: UserId;
  /** 10 s when left out. */
  readonly limitMs?: number;
};

/** Sends requests in the name of the host and of our other users. */
export interface HomeserverRequests {
  /** The answer's JSON; everything that is no success is thrown as `HomeserverError`. */
  send(request: HomeserverRequest): Promise<unknown>;
}

/** Time a request may take when it does not say otherwise. */
export const usualLimitMs = 10_000;

/** A path of the client API; each value is percent-encoded, so that none can add a segment or a query. */
export function path(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return texts.map((text, index) => text + encodeURIComponent(values[index] ?? '')).join('');
}

/** Sends a request and parses the answer; an answer of another shape is an error. */
export async function ask<Answer>(
  requests: HomeserverRequests,
  request: HomeserverRequest,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const parsed = schema.safeParse(await requests.send(request));
  if (!parsed.success) throw new HomeserverError('unexpected-answer', parsed.error);
  return parsed.data;
}
