import { afterAll, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'helpline-widget-'));
const program = join(import.meta.dirname, '../../scripts/build-widget.ts');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function build(
  name: string,
  env: Record<string, string>,
  ...options: readonly string[]
): Promise<string> {
  const args = [program, '--out', join(folder, name), '--no-background', ...options];
  return (await run(process.execPath, args, { env: { ...process.env, ...env } })).stdout;
}

test('the widget fits its limits, is the same bytes wherever it is built, and is not built twice', async () => {
  const report = await build('one', {}, '--best');
  expect(report.match(/: fits$/gm)).toHaveLength(3);
  await build('two', { TZ: 'Pacific/Kiritimati', LC_ALL: 'nl_BE.UTF-8', NODE_ENV: 'development' });
  const integrity = readFileSync(join(folder, 'one/integrity.json'), 'utf8');
  expect(readFileSync(join(folder, 'two/integrity.json'), 'utf8')).toBe(integrity);
  expect(await build('one', {})).toMatch(/unchanged/);

  const names = readdirSync(join(folder, 'one'), { recursive: true, encoding: 'utf8' });
  expect(names).toEqual(expect.arrayContaining(['loader.js', 'loader.js.br', 'frame.html', 'manifest.json']));
  const wasm = names.find((name) => name.endsWith('.wasm')) ?? '';
  expect(wasm).toMatch(/^a\/.+-s\d+-[\w-]{8}\.wasm$/);
  const bytes = readFileSync(join(folder, 'one', wasm));
  expect(brotliDecompressSync(readFileSync(join(folder, 'one', `${wasm}.br`))).equals(bytes)).toBe(true);
  const script = readFileSync(join(folder, 'one/loader.js'), 'utf8');
  expect(script).not.toMatch(/^\s*(?:import|export)\s/m);
}, 120_000);
