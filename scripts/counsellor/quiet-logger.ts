import { logger as libraryLogger, type Logger } from 'matrix-js-sdk/lib/logger.js';

const nothing = (): void => undefined;

/** A logger for `matrix-js-sdk` that prints nothing: its messages hold ids and keys. */
export const quietLogger: Logger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  getChild: () => quietLogger,
};

// The library's own default logger is still used by parts of it that were given none.
// eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to silence it
Object.assign(libraryLogger, { ...quietLogger, log: nothing });
