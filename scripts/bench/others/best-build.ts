import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../../stack/checkout.ts';
import { BenchError } from '../bench-error.ts';
import type { Bench } from '../benchmark.ts';

/** Builds the widget as a helpline serves it, with the best compression. */
export function buildAtBest(bench: Bench): void {
  bench.say('Building the widget; the best compression takes a quarter of a minute the first time …');
  const program = join(checkout, 'scripts/build-widget.ts');
  const built = spawnSync(process.execPath, [program, '--best'], { cwd: checkout, encoding: 'utf8' });
  if (built.error === undefined && built.status !== null) return;
  throw new BenchError('start-failed', 'The widget cannot be built: npm run build says why.', built.error);
}
