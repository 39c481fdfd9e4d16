import { z } from 'zod';
import { HomeserverError } from './homeserver-error.ts';

const refusalSchema = z.object({ errcode: z.templateLiteral(['M_', z.string()]) });
const namedSchema = z.object({ name: z.string() });

/** What `matrix-js-sdk` threw, as this adapter's error. */
export function deskFailure(error: unknown): HomeserverError {
  if (error instanceof HomeserverError) return error;
  const refused = refusalSchema.safeParse(error);
  if (refused.success) return new HomeserverError(refused.data.errcode, error);
  const name = namedSchema.safeParse(error).data?.name;
  if (name === 'AbortError' || name === 'TimeoutError') return new HomeserverError('timeout', error);
  return new HomeserverError(name === 'ConnectionError' ? 'unreachable' : 'unexpected-answer', error);
}
