import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BuildFile, integrityOf } from '../../../scripts/widget/build-files.ts';
import { describe as describeLine, isTooHeavy, measure } from '../../../scripts/widget/size-report.ts';
import { withoutUnused } from '../../../scripts/widget/strip-wasm.ts';
import { isUnusedExport, unusedNames } from '../../../scripts/widget/unused-crypto.ts';

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * Exports `wanted`, which calls function 2, and `unwanted`, which calls function 3; function 4 is in a table, and calls 5.
 * Each gives its own number, so that it shows which ones are left.
 */
const small = Uint8Array.from([
  ...header,
  ...[1, 5, 1, 0x60, 0, 1, 0x7f],
  ...[3, 7, 6, 0, 0, 0, 0, 0, 0],
  ...[4, 4, 1, 0x70, 0, 1],
  ...[7, 29, 3, 6, ...Buffer.from('wanted'), 0, 0, 8, ...Buffer.from('unwanted'), 0, 1, 5],
  ...[...Buffer.from('table'), 1, 0],
  ...[9, 7, 1, 0, 0x41, 0, 0x0b, 1, 4],
  ...[10, 31, 6, 4, 0, 0x10, 2, 0x0b, 4, 0, 0x10, 3, 0x0b, 4, 0, 0x41, 2, 0x0b, 4, 0, 0x41, 3, 0x0b],
  ...[4, 0, 0x10, 5, 0x0b, 4, 0, 0x41, 5, 0x0b],
]);

describe('a module without what is not used', () => {
  type Left = Partial<Record<'wanted' | 'unwanted', () => number>> & { readonly table: WebAssembly.Table };
  const run = async (bytes: Uint8Array): Promise<Left> => {
    const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
    return instance.exports as Left;
  };

  test('does what it did wherever something still leads, and is gone where nothing does', async () => {
    const left = await run(withoutUnused(small, (name) => name === 'unwanted'));
    const inTable = left.table.get(0) as (() => number) | null;
    expect([left.wanted?.(), inTable?.(), left.unwanted]).toEqual([2, 5, undefined]);
  });

  test('is smaller than one of which everything is used', () => {
    const lengths = [true, false].map((isUnused) => withoutUnused(small, () => isUnused).length);
    expect(lengths[0]).toBeLessThan(lengths[1] ?? 0);
  });

  test('of the crypto library compiles, half as large, with the names of its functions gone', async () => {
    const library = createRequire(import.meta.url).resolve('@matrix-org/matrix-sdk-crypto-wasm');
    const original = readFileSync(new URL('pkg/matrix_sdk_crypto_wasm_bg.wasm', `file://${library}`));
    const stripped = withoutUnused(original, isUnusedExport);
    expect(stripped.length).toBeLessThan(original.length * 0.55);
    const module = await WebAssembly.compile(new Uint8Array(stripped));
    expect(WebAssembly.Module.customSections(module, 'name')).toHaveLength(0);
  });

  test('of the crypto library keeps every name that the worker calls', () => {
    const folder = new URL('../../../widget/crypto/', import.meta.url);
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const called = unusedNames.filter((name) => new RegExp(`\\b${name}\\b(?=\\()`, 'u').test(source));
    expect(called).toEqual([]);
    const machineCalls = [...source.matchAll(/machine\.(\w+)/gu)].map(
      ([, name]) => `olmmachine_${String(name)}`,
    );
    expect(machineCalls.filter(isUnusedExport)).toEqual([]);
  });
});

const file = (name: string, bytes: string | Buffer): BuildFile => ({
  name,
  path: name,
  bytes: Buffer.from(bytes),
  sha256: 'ab'.repeat(32),
});

test('the integrity list gives each file its hash as a page would name it', () => {
  const expected = `sha256-${Buffer.from('ab'.repeat(32), 'hex').toString('base64')}`;
  expect(JSON.parse(integrityOf([file('a/x.js', 'x'), file('loader.js', 'y')]))).toEqual({
    'a/x.js': expected,
    'loader.js': expected,
  });
});

describe('the size report', () => {
  const noise = (length: number): Buffer =>
    Buffer.from(Array.from({ length }, (_, index) => (index * 7919) ^ (index >> 3)));
  const manifest = {
    'frame.html': { file: 'a/frame.js', css: ['a/frame.css'], imports: ['_part.js'] },
    '_part.js': { file: 'a/part.js', imports: ['frame.html'] },
  };
  const files = [
    file('a/frame.css', 'p{}'),
    file('a/frame.js', noise(90_000)),
    file('a/main.js', noise(500_000)),
    file('a/part.js', 'part'),
    file('frame.html', '<p>'),
    file('loader.js', 'short'),
    file('manifest.json', JSON.stringify(manifest)),
  ];
  test('counts the worker into the first encrypted load and not into the shell', () => {
    const [loader, shell, all] = measure(
      files,
      new Map([['a/main.js', { sizeBytes: 1_500_000, isBest: true }]]),
    );
    expect(loader).toMatchObject({ what: 'loader', isFinal: true });
    expect(shell?.bytes).toBeLessThan(100_000);
    expect(all).toMatchObject({ what: 'first encrypted load', isFinal: true });
    expect(all === undefined ? undefined : [isTooHeavy(all), describeLine(all)]).toEqual([
      true,
      expect.stringContaining('TOO HEAVY'),
    ]);
  });
  test('counts the words of one language, the heaviest, and into the shell without those for children', () => {
    const words = {
      'texts/nl.ts': { file: 'a/nl.js' },
      'texts/fr.ts': { file: 'a/fr.js' },
      'texts/child/fr.ts': { file: 'a/fr-child.js' },
    };
    const sizesWith = (extra: readonly ReturnType<typeof file>[]) => {
      const built = files.filter(({ name }) => name !== 'manifest.json');
      const list = file('manifest.json', JSON.stringify({ ...manifest, ...words }));
      return measure([...built, list, ...extra], new Map()).map(({ bytes }) => bytes);
    };
    const nl = file('a/nl.js', noise(200));
    const fr = file('a/fr.js', noise(3_000));
    const child = file('a/fr-child.js', noise(4_000));
    const [, shell = 0, all = 0] = sizesWith([fr]);
    expect(sizesWith([nl, fr, child]).slice(1)).toEqual([shell, all + 4_000]);
    expect(sizesWith([])[1]).toBeLessThan(shell);
  });
  test('does not judge what is only quickly compressed', () => {
    const [, , all] = measure(files, new Map([['a/main.js', { sizeBytes: 1_500_000, isBest: false }]]));
    expect(all === undefined ? undefined : [isTooHeavy(all), all.isFinal]).toEqual([false, false]);
  });
});
