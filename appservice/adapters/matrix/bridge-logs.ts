import { Writable } from 'node:stream';
import { Logger } from 'matrix-appservice-bridge';
import type { ReportLibraryMessage } from './library-logs.ts';

/** Sends what the bridge library and the `matrix-bot-sdk` below it log to `report`, as levels only. */
export function routeBridgeLogs(report: ReportLibraryMessage): void {
  const stream = new Writable({
    write: (line: Buffer, _encoding, done) => {
      const level = /"level":"(WARN|ERROR)"/.exec(line.toString())?.[1];
      if (level !== undefined) {
        report({
          library: 'matrix-appservice-bridge',
          level: level === 'ERROR' ? 'error' : 'warn',
          code: 'none',
        });
      }
      done();
    },
  });
  Logger.root.configureLogging({ json: true }, stream);
}
