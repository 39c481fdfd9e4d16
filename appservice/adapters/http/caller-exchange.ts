import type { Request, RequestHandler, Response } from 'express';
import type { ConversationId } from '../../domain/ids.ts';
import type { Vault } from '../../ports/vault.ts';
import { bearerOf } from './bearer.ts';
import type { AddressReader } from './caller-address.ts';
import type { CallerApi } from './caller-api.ts';
import { HttpError } from './http-error.ts';
import { readJson } from './json-body.ts';
import type { Limiters } from './limits.ts';
import { refuseForeignOrigin } from './origin-check.ts';
import type { AnswerHeaders } from './security-headers.ts';

/** What every exchange with a caller's browser needs, whatever it is about. */
export type CallerExchange = {
  readonly api: CallerApi;
  readonly vault: Pick<Vault, 'hash'>;
  readonly limiters: Limiters;
  readonly addressOf: AddressReader;
  readonly publicOrigin: string;
};

/** Longest body of a request of the caller, bytes. */
export const bodyLimitBytes = 4_096;

/** Before everything else: same origin, and a limit for each address, generous because a whole school may share one. */
export function guard({
  publicOrigin,
  limiters,
  addressOf,
}: Pick<CallerExchange, 'publicOrigin' | 'limiters' | 'addressOf'>): RequestHandler {
  return async (request, _response, next) => {
    refuseForeignOrigin(request, publicOrigin);
    await limiters.address(addressOf(request).limitKey);
    next();
  };
}

/** Whose request this is, by its bearer; counted against the limits of that conversation. */
export async function identify(
  { api, vault, limiters }: Pick<CallerExchange, 'api' | 'vault' | 'limiters'>,
  request: Request,
): Promise<ConversationId> {
  const bearerHash = vault.hash(bearerOf(request));
  await limiters.conversation(bearerHash);
  const conversationId = await api.conversationOf(bearerHash);
  if (conversationId === undefined) throw new HttpError('M_UNKNOWN_TOKEN', { isUnread: true });
  return conversationId;
}

/** A JSON body that says it is one: a form of another site cannot send this type without asking first (Fetch, CORS). */
export async function jsonOf(request: Request): Promise<unknown> {
  const isJson = /^application\/json(?:;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '');
  if (!isJson) throw new HttpError('M_NOT_JSON', { isUnread: true });
  return readJson(request, bodyLimitBytes);
}

/** Answers with JSON. */
export function sendJson(
  response: Response,
  answer: { readonly status: number; readonly headers: AnswerHeaders; readonly value: object },
): void {
  const json = Buffer.from(JSON.stringify(answer.value));
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'application/json',
    'content-length': json.length,
  });
  response.end(json);
}
