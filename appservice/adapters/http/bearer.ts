import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

/** 256 bits in base64url without padding: bearers, request secrets and resume tokens alike (design 5.4). */
export const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** The bearer a request carries in `Authorization` (RFC 6750); never in a query, where proxies would write it down. */
export function bearerOf(request: IncomingMessage): string {
  const { authorization } = request.headers;
  if (authorization === undefined) throw new HttpError('M_MISSING_TOKEN', { isUnread: true });
  const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(authorization)?.[1];
  if (bearer === undefined) throw new HttpError('M_UNKNOWN_TOKEN', { isUnread: true });
  return bearer;
}
