import express, { type Router } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { HttpError } from './http-error.ts';

/** What moving the clock needs. */
export type DevelopmentRoutesDependencies = {
  readonly advance: (durationMs: number) => void;
  /** Bearer that is asked for: the homeserver's token, which a web page on the same machine does not know. */
  readonly token: string;
};

const bodySchema = z.strictObject({
  advanceMs: z
    .int()
    .min(1)
    .max(400 * 24 * 3_600_000),
});

/** `POST /development/clock` moves the clock forward (design 13); mounted by a demo or a test only. */
export function developmentRoutes({ advance, token }: DevelopmentRoutesDependencies): Router {
  const router = express.Router();
  router.post('/development/clock', express.json({ limit: '1kb' }), (request, response) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw new HttpError('M_FORBIDDEN');
    const body = bodySchema.safeParse(request.body);
    if (!body.success) throw new HttpError('M_BAD_JSON');
    advance(body.data.advanceMs);
    response.status(204).end();
  });
  return router;
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
