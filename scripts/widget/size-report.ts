import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Twin } from './brotli-files.ts';
import type { BuildFile } from './build-files.ts';

const frameName = 'frame.html';
const manifestName = 'manifest.json';

/** What of Vite's manifest says which files a page draws in. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
);

type Manifest = z.infer<typeof manifestSchema>;

/** A part of the widget with the most it may weigh. */
export type SizeLine = {
  readonly what: string;
  readonly bytes: number;
  readonly limitBytes: number;
  readonly how: 'gzip' | 'brotli';
  /** A quickly compressed file is not the one to be judged. */
  readonly isFinal: boolean;
};

/** What a caller's browser downloads, against what it may weigh. `twins`: size of each file compressed by brotli. */
export function measure(files: readonly BuildFile[], twins: ReadonlyMap<string, Twin>): readonly SizeLine[] {
  const manifest = readManifest(files);
  const unread = textsBesideOne(files, manifest);
  const served = files.filter(({ name }) => name !== manifestName && !unread.has(name));
  const shellNames = namesOfShell(manifest);
  const loader = served.filter(({ name }) => name === 'loader.js');
  const shell = served.filter(({ name }) => shellNames.has(name) || textNames(manifest).includes(name));
  const all = served.map(({ name, bytes }) => twins.get(name) ?? { sizeBytes: bytes.length, isBest: true });
  return [
    { what: 'loader', bytes: gzipOf(loader), limitBytes: 5_000, how: 'gzip', isFinal: true },
    { what: 'shell', bytes: gzipOf(shell), limitBytes: 50_000, how: 'gzip', isFinal: true },
    {
      what: 'first encrypted load',
      bytes: all.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      limitBytes: 1_400_000,
      how: 'brotli',
      isFinal: all.every(({ isBest }) => isBest),
    },
  ];
}

/** One line of the report. */
export function describe(line: SizeLine): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
  const verdict = line.isFinal
    ? isTooHeavy(line)
      ? 'TOO HEAVY'
      : 'fits'
    : 'a quick compression; the best one is being made';
  return `${line.what}: ${kilobytes(line.bytes)} ${line.how}, at most ${kilobytes(line.limitBytes)}: ${verdict}`;
}

/** Whether a part weighs more than it may; not said of what is not final. */
export function isTooHeavy({ bytes, limitBytes, isFinal }: SizeLine): boolean {
  return isFinal && bytes > limitBytes;
}

function readManifest(files: readonly BuildFile[]): Manifest {
  const text = files.find(({ name }) => name === manifestName)?.bytes.toString('utf8') ?? '{}';
  return manifestSchema.parse(JSON.parse(text));
}

/** The files of words that come with the first screen; those for children are more. */
function textNames(manifest: Manifest): readonly string[] {
  return Object.entries(manifest).flatMap(([key, { file }]) => (/^texts\/\w+\.ts$/.test(key) ? [file] : []));
}

/** A caller reads one language; the heaviest stands for it, with its words for children. */
function textsBesideOne(files: readonly BuildFile[], manifest: Manifest): ReadonlySet<string> {
  const weigh = (language: string): readonly BuildFile[] =>
    files.filter(({ name }) =>
      [`texts/${language}.ts`, `texts/child/${language}.ts`].some((key) => manifest[key]?.file === name),
    );
  const languages = Object.keys(manifest).flatMap((key) => /^texts\/(\w+)\.ts$/.exec(key)?.[1] ?? []);
  const [, ...others] = languages.map(weigh).sort((one, other) => gzipOf(other) - gzipOf(one));
  return new Set(others.flat().map(({ name }) => name));
}

/** Everything that the frame's page draws in at once; the worker and its WASM are none of it. */
function namesOfShell(manifest: Manifest): ReadonlySet<string> {
  const names = new Set([frameName]);
  const draw = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || names.has(chunk.file)) return;
    names.add(chunk.file);
    chunk.css.forEach((each) => names.add(each));
    chunk.imports.forEach(draw);
  };
  draw(frameName);
  return names;
}

function gzipOf(files: readonly BuildFile[]): number {
  return files.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0);
}
