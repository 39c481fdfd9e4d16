/** What is wrong with a configuration: no file was named, it cannot be read, it is no YAML, or its content is refused. */
export type ConfigErrorCode = 'config-not-named' | 'config-unreadable' | 'config-not-yaml' | 'config-refused';

/** The configuration cannot be used. Its message is one sentence per problem, for whoever wrote the file; it holds no secret. */
export class ConfigError extends Error {
  readonly code: ConfigErrorCode;
  /** One sentence each: file, line, key, and what it must be. */
  readonly problems: readonly string[];

  constructor(code: ConfigErrorCode, problems: readonly string[], cause?: unknown) {
    super(problems.join('\n'), { cause });
    this.name = 'ConfigError';
    this.code = code;
    this.problems = problems;
  }
}
