import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a run of tests came to. */
export type TestRun =
  | { readonly kind: 'green'; readonly tests: number }
  /** `test` is the full title of the first test that failed. */
  | { readonly kind: 'red'; readonly test: string }
  /** A test file could not be loaded, or the run did not end in time: that proves nothing. */
  | { readonly kind: 'broken' };

/** Which tests are run: the Jest configuration of the copy, and the one file that they depend on. */
export type TestChoice = {
  readonly config: string;
  /** Below `appservice/domain`; undefined for all tests. */
  readonly file?: string;
};

/** No run takes anywhere near this long. */
const limitMs = 120_000;

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

/** Runs tests of a copy in a process of its own. (`--bail` is no use: with it Jest writes no report.) */
export async function runTests(folder: string, choice: TestChoice): Promise<TestRun> {
  const reportFile = join(folder, 'report.json');
  rmSync(reportFile, { force: true });
  const related =
    choice.file === undefined ? [] : ['--findRelatedTests', join('appservice/domain', choice.file)];
  const args = [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...['node_modules/jest/bin/jest.js', '-c', choice.config, '--selectProjects', 'unit', '--runInBand'],
    ...['--silent', '--passWithNoTests', '--json', `--outputFile=${reportFile}`],
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
  return readReport(reportFile);
}

function readReport(reportFile: string): TestRun {
  let text: string;
  try {
    text = readFileSync(reportFile, 'utf8');
  } catch {
    return { kind: 'broken' }; // it was ended before it could write
  }
  const report = reportSchema.parse(JSON.parse(text));
  if (report.numRuntimeErrorTestSuites > 0) return { kind: 'broken' };
  const failed = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  if (failed !== undefined) return { kind: 'red', test: failed.fullName };
  return report.success ? { kind: 'green', tests: report.numPassedTests } : { kind: 'broken' };
}
