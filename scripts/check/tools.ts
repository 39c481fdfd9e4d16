import { join } from 'node:path';
import { checkout } from '../stack/checkout.ts';
import { campaignFactor } from '../test/campaign.ts';

/** One tool of `npm run check`. */
export type Tool = {
  readonly name: string;
  /** Arguments of Node: the tool's program and its own. */
  readonly args: readonly string[];
};

/** Folders that hold code of ours. */
const folders = ['appservice', 'config', 'widget', 'tests', 'scripts'];

function bin(path: string): string {
  return join(checkout, 'node_modules', path);
}

/** What a test may take that says nothing else: it ends one that hangs, and no slow one on a busy machine. */
const usualTestTimeoutMs = 20_000;

/** Arguments that run Jest on one of its projects. */
export function jestArguments(project: string): readonly string[] {
  return [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')],
    ...['-c', 'tests/jest.config.mjs', '--selectProjects', project, '--ci'],
    `--testTimeout=${String(usualTestTimeoutMs * campaignFactor)}`,
    ...['--reporters', 'default', '--reporters', './tests/support/tally-reporter.cjs'],
  ];
}

/**
 * The tools in the order in which they are begun, longest first. Caches are for a developer's machine only: a cached
 * ESLint can miss what another file's change causes (feasibility.md Part E 4).
 */
export function checkTools(options: {
  readonly isCached: boolean;
  readonly hasArchitecture: boolean;
}): readonly Tool[] {
  const { isCached, hasArchitecture } = options;
  const cache = (name: string): readonly string[] =>
    isCached ? ['--cache', '--cache-location', `.data/${name}`] : [];
  const eslint = [
    bin('eslint/bin/eslint.js'),
    '-c',
    'scripts/lint/eslint.config.mjs',
    '--max-warnings',
    '0',
    '.',
  ];
  const imports = [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config'];
  const tools: readonly Tool[] = [
    { name: 'lint', args: [...eslint, ...cache('eslint')] },
    { name: 'types', args: [bin('typescript/bin/tsc'), '-b'] },
    { name: 'imports', args: [...imports, 'scripts/lint/dependency-cruiser.config.mjs', ...folders] },
    { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.', ...cache('prettier')] },
    { name: 'unused', args: [bin('knip/bin/knip.js')] },
  ];
  return hasArchitecture ? [...tools, { name: 'architecture', args: jestArguments('architecture') }] : tools;
}
