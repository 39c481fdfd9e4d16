import type { Logger } from 'matrix-js-sdk/lib/logger.js';

/** All that may be kept of a library's message: its words hold ids and keys (design 4). */
export type LibraryMessage = {
  readonly library: 'matrix-js-sdk' | 'matrix-appservice-bridge' | 'console';
  readonly level: 'warn' | 'error';
  /** An `errcode` or the name of an error class; `none` when the message carries neither. */
  readonly code: string;
};

/** Takes the place of a library's log lines. */
export type ReportLibraryMessage = (message: LibraryMessage) => void;

/** What codes look like: an `errcode`, a system error's code, the name of an error class. Anything else might be text. */
const codePattern = /^(?:M_[A-Z_]{1,60}|E[A-Z_]{2,30}|[A-Z][A-Za-z]{1,40}Error)$/;

/** Finds a code in the arguments of a log call; other objects than errors may carry names of people. */
export function codeOf(parts: readonly unknown[]): string {
  for (const part of parts) {
    if (!(part instanceof Error)) continue;
    for (const property of ['errcode', 'code', 'name'] as const) {
      const value: unknown = Reflect.get(part, property);
      if (typeof value === 'string' && codePattern.test(value)) return value;
    }
  }
  return 'none';
}

function nothing(): void {
  // less than a warning is of no use without its words
}

/** A logger for `matrix-js-sdk` and the Rust crypto below it that passes on levels and codes only. */
export function sdkLogger(report: ReportLibraryMessage): Logger {
  const at =
    (level: LibraryMessage['level']) =>
    (...parts: unknown[]): void => {
      const code = codeOf(parts);
      if (level === 'error' || code !== 'none') report({ library: 'matrix-js-sdk', level, code });
    };
  const logger: Logger = {
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn: at('warn'),
    error: at('error'),
    getChild: () => logger,
  };
  return logger;
}

/**
 * Takes `console` away from libraries: several parts of them hold a logger of their own that writes there. Whoever has
 * something to say themselves uses the event log, or standard error before there is one.
 */
export function routeConsole(report: ReportLibraryMessage): void {
  const at =
    (level: LibraryMessage['level']) =>
    (...parts: unknown[]): void => {
      report({ library: 'console', level, code: codeOf(parts) });
    };
  Object.assign(globalThis.console, {
    trace: nothing,
    debug: nothing,
    info: nothing,
    log: nothing,
    warn: at('warn'),
    error: at('error'),
  });
}
