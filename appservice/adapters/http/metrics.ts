import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { ConversationCounts } from '../../usecases/count-conversations.ts';
import type { EventLog, LogEvent } from '../../ports/event-log.ts';

/** The numbers an administrator's monitoring reads. */
export interface Metrics {
  readonly contentType: string;
  /** All of them in Prometheus' text format. */
  text(): Promise<string>;
  /** The same log, with each event counted by its name and code as it passes. */
  counting(log: EventLog): EventLog;
}

/** Makes the registry. `readCounts` is asked at each reading; while it fails, the gauges are left out. */
export function createMetrics(readCounts: () => Promise<ConversationCounts>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const events = new Counter({
    name: 'helpline_events_total',
    help: 'Events of the service, by name and code.',
    labelNames: ['event', 'code'],
    registers: [registry],
  });
  const gauge = new Gauge({
    name: 'helpline_now',
    help: 'Conversations and counsellors at this moment.',
    labelNames: ['what'],
    registers: [registry],
    collect: async () => {
      const counts = await readCounts().catch(() => undefined);
      gauge.reset();
      for (const [what, count] of Object.entries(counts ?? {})) gauge.set({ what }, count);
    },
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    counting: (log) => ({
      log: (event) => {
        events.inc({ event: event.event, code: codeOf(event) });
        log.log(event);
      },
    }),
  };
}

function codeOf(event: LogEvent): string {
  return 'code' in event ? event.code : '';
}
