/**
 * Builds the widget: `node scripts/build-widget.ts [--out DIR] [--best] [--no-background]`.
 * `--no-background` leaves the twins as they are: whoever started us runs `scripts/widget/compress.ts DIR` itself.
 * Does nothing when the sources have not changed since. `--best` waits for the best compression instead of leaving it to a
 * process of its own; the build is final then, and its sizes are judged. Exit code 1 when a part weighs too much.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from './stack/checkout.ts';
import { cachedBest, isCompressible, makeBest, writeTwin } from './widget/brotli-files.ts';
import { type BuildFile, integrityName, integrityOf, readBuildFiles } from './widget/build-files.ts';
import { describe, isTooHeavy, measure } from './widget/size-report.ts';
import { stampOfSources } from './widget/source-stamp.ts';

const stampName = '.built-from';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    out: { type: 'string', default: join(checkout, 'dist') },
    best: { type: 'boolean', default: false },
    background: { type: 'boolean', default: true },
  },
});
const out = resolve(values.out);

const stamp = stampOfSources();
const isFresh = readStamp(out) === stamp;
if (!isFresh) await build(out, stamp);
const files = readBuildFiles(out);
if (values.best)
  files.filter((file) => isCompressible(file) && cachedBest(file) === undefined).forEach(makeBest);
finish(files);

/** Vite is loaded only when there is something to build: it costs half a second. */
async function build(folder: string, sources: string): Promise<void> {
  const { build: bundle } = await import('vite');
  const { frameConfig, loaderConfig } = await import('./widget/vite-configs.ts');
  const unfinished = `${folder}.unfinished-${String(process.pid)}`;
  try {
    await bundle(frameConfig(unfinished));
    await bundle(loaderConfig(unfinished));
    writeFileSync(join(unfinished, integrityName), integrityOf(readBuildFiles(unfinished)));
    writeFileSync(join(unfinished, stampName), sources);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Compresses, reports and judges. */
function finish(built: readonly BuildFile[]): void {
  const twins = new Map(built.filter(isCompressible).map((file) => [file.name, writeTwin(file)]));
  const lines = measure(built, twins);
  console.log(isFresh ? 'widget: unchanged' : 'widget: built');
  for (const line of lines) console.log(`  ${describe(line)}`);
  const isFinal = [...twins.values()].every(({ isBest }) => isBest);
  if (!isFinal && values.background) compressBehindUs();
  if (lines.some(isTooHeavy)) process.exitCode = 1;
}

function compressBehindUs(): void {
  const program = join(import.meta.dirname, 'widget/compress.ts');
  const arguments_ = ['--disable-warning=ExperimentalWarning', program, out];
  spawn(process.execPath, arguments_, { detached: true, stdio: 'ignore' }).unref();
}

function readStamp(folder: string): string | undefined {
  const path = join(folder, stampName);
  return existsSync(path) && existsSync(join(folder, integrityName)) ? readFileSync(path, 'utf8') : undefined;
}
