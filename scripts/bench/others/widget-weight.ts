import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../../stack/checkout.ts';
import { isCompressible, writeTwin } from '../../widget/brotli-files.ts';
import { readBuildFiles } from '../../widget/build-files.ts';
import { measure } from '../../widget/size-report.ts';
import { BenchError } from '../bench-error.ts';
import type { Benchmark } from '../benchmark.ts';
import { figureOf, medianAtMost } from '../figure.ts';

/** What a caller's browser downloads, as the widget's own build counts it, with the best compression. */
export const widgetWeightBenchmark: Benchmark = {
  name: 'weight',
  about: 'bytes of loader, shell and first encrypted load',
  run: async (bench) => {
    bench.say('Building the widget; the best compression takes a quarter of a minute the first time …');
    const program = join(checkout, 'scripts/build-widget.ts');
    const built = spawnSync(process.execPath, [program, '--best'], { cwd: checkout, encoding: 'utf8' });
    if (built.error !== undefined || built.status === null) {
      throw new BenchError(
        'start-failed',
        'The widget cannot be built: npm run build says why.',
        built.error,
      );
    }
    const files = readBuildFiles(join(checkout, 'dist'));
    const twins = new Map(files.filter(isCompressible).map((file) => [file.name, writeTwin(file)]));
    return Promise.resolve(
      measure(files, twins).map(({ what, bytes, limitBytes, how }) =>
        figureOf({ name: `${what}, ${how}`, unit: 'bytes', limit: medianAtMost(limitBytes) }, [bytes]),
      ),
    );
  },
};
