import { resolve } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { crossCheck, type Finding } from './cross-checks.ts';
import { configSchema, type Config } from './schema.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { readYaml, type SourcePath, type YamlSource } from './yaml-source.ts';

/** A configuration that can be used. */
export type LoadedConfig = {
  readonly config: Config;
  readonly secrets: Secrets;
  /** One sentence each, for the administrator; nothing in them is secret. */
  readonly warnings: readonly string[];
};

/**
 * Reads and checks the configuration file: the one that is named, else the one that `HELPLINE_CONFIG` names.
 * Throws `ConfigError`, which names each wrong key and its line.
 */
export function loadConfig(namedFile?: string): LoadedConfig {
  const named = namedFile ?? process.env['HELPLINE_CONFIG'];
  if (named === undefined || named === '')
    throw new ConfigError('config-not-named', [
      'Name the configuration file: --config FILE, or the environment variable HELPLINE_CONFIG.',
    ]);
  const file = resolve(named);
  const source = readYaml(file);
  const parsed = configSchema.safeParse(source.value, { error: wordsFor });
  if (!parsed.success)
    throw new ConfigError(
      'config-refused',
      parsed.error.issues.flatMap((issue) => issueSentences(source, issue)),
    );
  const { secrets, findings } = readSecrets(parsed.data, file);
  const all = [...crossCheck(parsed.data), ...findings];
  const errors = all.filter((each) => each.isError);
  if (errors.length > 0 || secrets === undefined)
    throw new ConfigError(
      'config-refused',
      errors.map((each) => sentence(source, each)),
    );
  const warnings = all.filter((each) => !each.isError).map((each) => sentence(source, each));
  return { config: parsed.data, secrets, warnings };
}

function sentence(source: YamlSource, { path, text }: Pick<Finding, 'text'> & { path: SourcePath }): string {
  const key = path.map(String).join('.');
  return `${source.place(path)}: ${key === '' ? 'the file' : key} ${text}.`;
}

function issueSentences(source: YamlSource, issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      sentence(source, { path: [...issue.path, key], text: 'is not a known setting' }),
    );
  return [sentence(source, { path: issue.path, text: issue.message })];
}

/** Says what a value must be, never what it is: a secret put into the wrong place is not printed. */
function wordsFor(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `must be ${issue.minimum} or more${unitOf(issue.origin)}`;
  if (issue.code === 'too_big') return `must be ${issue.maximum} or less${unitOf(issue.origin)}`;
  return 'has a form that is not accepted';
}

function article(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'a group of settings';
  if (expected === 'array') return 'a list';
  if (expected === 'int' || expected === 'number') return 'a whole number';
  if (expected === 'boolean') return 'true or false';
  return 'a text';
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' long' : '';
}
