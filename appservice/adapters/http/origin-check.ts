import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

/**
 * Refuses what a page of another origin sends: browsers name the origin themselves (Fetch standard, `Origin` header).
 * A request without one does not come from a page's script.
 */
export function refuseForeignOrigin(request: IncomingMessage, publicOrigin: string): void {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicOrigin) throw new HttpError('M_FORBIDDEN', { isUnread: true });
}
