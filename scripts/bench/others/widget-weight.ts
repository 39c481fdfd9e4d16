import { join } from 'node:path';
import { checkout } from '../../stack/checkout.ts';
import { isCompressible, writeTwin } from '../../widget/brotli-files.ts';
import { readBuildFiles } from '../../widget/build-files.ts';
import { measure } from '../../widget/size-report.ts';
import type { Benchmark } from '../benchmark.ts';
import { figureOf, medianAtMost } from '../figure.ts';
import { buildAtBest } from './best-build.ts';

/** What a caller's browser downloads, as the widget's own build counts it, with the best compression. */
export const widgetWeightBenchmark: Benchmark = {
  name: 'weight',
  about: 'bytes of loader, shell and first encrypted load',
  run: async (bench) => {
    buildAtBest(bench);
    const files = readBuildFiles(join(checkout, 'dist'));
    const twins = new Map(files.filter(isCompressible).map((file) => [file.name, writeTwin(file)]));
    return Promise.resolve(
      measure(files, twins).map(({ what, bytes, limitBytes, how }) =>
        figureOf({ name: `${what}, ${how}`, unit: 'bytes', limit: medianAtMost(limitBytes) }, [bytes]),
      ),
    );
  },
};
