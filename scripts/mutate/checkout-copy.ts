import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../stack/checkout.ts';
import type { Mutation } from './mutation.ts';

/** Jest's settings for the copy's unit tests, those of the domain only. */
export const domainTestsConfig = 'tests/domain-tests.config.mjs';

/** Jest's settings as they are in the checkout. */
export const allTestsConfig = 'tests/jest.config.mjs';

/** The copy's own reporter. */
export const firstRedReporter = 'tests/first-red-reporter.mjs';

/** Where the reporter of the copy writes what the run came to, as `run-tests.ts` reads it. */
export const verdictFile = 'verdict.json';

/** What the unit tests need, in a folder of its own, so that no mutation ever touches the checkout. */
export type CheckoutCopy = {
  readonly folder: string;
  /** How often the text of a rule stands in its file; only once is right. */
  countOf(mutation: Mutation): number;
  /** Takes the rule out. */
  mutate(mutation: Mutation): void;
  /** Puts the file back as it was. */
  restore(mutation: Mutation): void;
  remove(): void;
};

const copied = ['package.json', 'appservice', 'config', 'scripts', 'tests', 'widget'];

const domainTests = `import all from './jest.config.mjs';
const unit = all.projects.find((project) => project.displayName === 'unit');
export default { ...all, projects: [{ ...unit, testMatch: ['<rootDir>/tests/unit/domain/**/*.test.ts'] }] };
`;

/** Ends the run at the first test that fails: how a property test shrinks its example may take minutes. */
const reporter = `import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
const write = (verdict) => writeFileSync(join(import.meta.dirname, '../${verdictFile}'), JSON.stringify(verdict));
export default class FirstRedReporter {
  onTestCaseResult(_, { status, fullName }) {
    if (status !== 'failed') return;
    write({ kind: 'red', test: fullName });
    process.exit(1);
  }
  onRunComplete(_, { numFailedTestSuites, numPassedTests }) {
    write(numFailedTestSuites === 0 ? { kind: 'green', tests: numPassedTests } : { kind: 'broken' });
  }
}
`;

/** Makes a copy that Jest can run in. */
export function makeCheckoutCopy(): CheckoutCopy {
  const folder = mkdtempSync(join(tmpdir(), 'helpline-mutate-'));
  for (const path of copied) cpSync(join(checkout, path), join(folder, path), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, domainTestsConfig), domainTests);
  writeFileSync(join(folder, firstRedReporter), reporter);
  const pathOf = ({ file }: Mutation): string => join(folder, 'appservice/domain', file);
  const originals = new Map<string, string>();
  const original = (mutation: Mutation): string => {
    const text = originals.get(mutation.file) ?? readFileSync(pathOf(mutation), 'utf8');
    originals.set(mutation.file, text);
    return text;
  };
  return {
    folder,
    countOf: (mutation) => original(mutation).split(mutation.find).length - 1,
    mutate: (mutation) => {
      writeFileSync(
        pathOf(mutation),
        original(mutation).replace(mutation.find, () => mutation.replace),
      );
    },
    restore: (mutation) => {
      writeFileSync(pathOf(mutation), original(mutation));
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
