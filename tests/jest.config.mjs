import { join } from 'node:path';

/** One Jest project per folder of tests; `scripts/test.mjs` runs them and adds up what they counted. */
const rootDir = join(import.meta.dirname, '..');
const common = {
  rootDir,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/support/strip-types.cjs' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/every-test-asserts.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
};
const project = (name, more = {}) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  ...more,
});

export default {
  rootDir,
  maxWorkers: '100%',
  watchman: false,
  testSequencer: join(import.meta.dirname, 'support/longest-first.cjs'),
  projects: [
    project('unit'),
    project('ports'),
    project('architecture'),
    project('integration'),
    project('e2e'),
  ],
};
