import type { EventLog } from '../../ports/event-log.ts';
import { startPeriodic } from './periodic.ts';

/** Something outside that may be away. */
export type HealthCheck = {
  readonly event: 'homeserver.health' | 'database.health' | 'desk.health';
  readonly port: { isAnswering(): Promise<boolean> };
};

/** What the last looks at the outside said; asking costs nothing. */
export interface HealthWatch {
  isAnswering(): Promise<boolean>;
  /** The checks that did not answer. */
  missing(): readonly HealthCheck['event'][];
}

/** How often is looked; with the checks' own limit of 2 s, an outage shows well within the 30 s of R12. */
const periodMs = 1_000;

/** Looks at every check again and again until the signal aborts; the first look is awaited. */
export async function startHealthWatch(
  checks: readonly HealthCheck[],
  parts: { readonly signal: AbortSignal; readonly log: EventLog },
): Promise<HealthWatch> {
  const answers = new Map<HealthCheck, boolean>();
  const look = () => Promise.all(checks.map((check) => lookAt(check, answers, parts.log)));
  const run = async () => {
    await look();
  };
  await look();
  startPeriodic({ name: 'healthWatch', periodMs, run }, parts.signal, parts.log);
  const missing = () => checks.filter((check) => answers.get(check) !== true).map(({ event }) => event);
  return { missing, isAnswering: () => Promise.resolve(missing().length === 0) };
}

async function lookAt(check: HealthCheck, answers: Map<HealthCheck, boolean>, log: EventLog): Promise<void> {
  const isAnswering = await check.port.isAnswering().catch(() => false);
  if (answers.get(check) !== isAnswering) log.log({ event: check.event, isAnswering });
  answers.set(check, isAnswering);
}
