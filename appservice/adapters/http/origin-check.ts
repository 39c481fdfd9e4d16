import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.ts';

/**
 * Refuses what a page of another origin sends: browsers name the origin themselves (Fetch standard, `Origin` header).
 * A request without one does not come from a page's script. Firefox has no name for a page without referrer when it sends a beacon, but
 * says all the same that it is ours (Fetch Metadata, `Sec-Fetch-Site`; no script can write that header).
 */
export function refuseForeignOrigin(request: IncomingMessage, publicOrigin: string): void {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isNameless = origin === 'null' && site === 'same-origin';
  if (origin !== undefined && origin !== publicOrigin && !isNameless)
    throw new HttpError('M_FORBIDDEN', { isUnread: true });
}
