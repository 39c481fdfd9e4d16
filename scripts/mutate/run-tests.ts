import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { firstRedReporter, verdictFile } from './checkout-copy.ts';

const testRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('green'), tests: z.number() }),
  /** `test` is the full title of the first test that failed. */
  z.object({ kind: z.literal('red'), test: z.string() }),
  /** A test file could not be loaded, or the run did not end in time: that proves nothing. */
  z.object({ kind: z.literal('broken') }),
]);

/** What a run of tests came to. */
export type TestRun = z.infer<typeof testRun>;

/** Which tests are run: the Jest configuration of the copy, and the one file that they depend on. */
export type TestChoice = {
  readonly config: string;
  /** Below `appservice/domain`; undefined for all tests. */
  readonly file?: string;
};

/** No run takes anywhere near this long. */
const limitMs = 120_000;

/** Runs tests of a copy in a process of its own, up to the first that fails. */
export async function runTests(folder: string, choice: TestChoice): Promise<TestRun> {
  const verdict = join(folder, verdictFile);
  rmSync(verdict, { force: true });
  const related =
    choice.file === undefined ? [] : ['--findRelatedTests', join('appservice/domain', choice.file)];
  const args = [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...['node_modules/jest/bin/jest.js', '-c', choice.config, '--selectProjects', 'unit', '--runInBand'],
    ...['--silent', '--passWithNoTests', '--reporters', `./${firstRedReporter}`],
    ...related,
  ];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', timeout: limitMs });
  await new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });
  try {
    return testRun.parse(JSON.parse(readFileSync(verdict, 'utf8')));
  } catch {
    return { kind: 'broken' }; // it was ended before it could write
  }
}
