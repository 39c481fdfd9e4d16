import express, { type Router } from 'express';
import type { Metrics } from './metrics.ts';

/** What the administrator's routes need. */
export type PrivateRoutesDependencies = {
  /** Whether database and homeserver answer (R12). A rejection counts as no. */
  readonly isHealthy: () => Promise<boolean>;
  readonly metrics: Metrics;
};

/**
 * `/health` (200 or 503) and `/metrics` (Prometheus text), mounted on the private listener beside the application service's
 * endpoint. Counts only; nothing in them leads to a person.
 */
export function privateRoutes({ isHealthy, metrics }: PrivateRoutesDependencies): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  router.get('/health', async (_request, response) => {
    const isAnswering = await isHealthy().catch(() => false);
    response.set('cache-control', 'no-store');
    response.status(isAnswering ? 200 : 503).json({ status: isAnswering ? 'healthy' : 'unhealthy' });
  });
  router.get('/metrics', async (_request, response) => {
    response.set({ 'cache-control': 'no-store', 'content-type': metrics.contentType });
    response.send(await metrics.text());
  });
  return router;
}
