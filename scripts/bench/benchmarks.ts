import type { Benchmark } from './benchmark.ts';
import { callerBenchmark } from './caller/caller-benchmark.ts';
import { conversationsBenchmark } from './conversations/conversations-benchmark.ts';
import { floodBenchmark } from './flood/flood-benchmark.ts';
import { gatewayBenchmark } from './gateway/gateway-benchmark.ts';
import { handOverBenchmark } from './hand-over/hand-over-benchmark.ts';
import { firstStartBenchmark } from './others/first-start.ts';
import { idleMemoryBenchmark } from './others/idle-memory.ts';
import { widgetWeightBenchmark } from './others/widget-weight.ts';
import { peakBenchmark } from './peak/peak-benchmark.ts';
import { statusBenchmark } from './status/status-benchmark.ts';

/** Everything that `npm run bench` measures, in this order: what must be quiet comes before what makes noise. */
export const benchmarks: readonly Benchmark[] = [
  widgetWeightBenchmark,
  callerBenchmark,
  idleMemoryBenchmark,
  statusBenchmark,
  gatewayBenchmark,
  floodBenchmark,
  peakBenchmark,
  conversationsBenchmark,
  handOverBenchmark,
  firstStartBenchmark,
];
