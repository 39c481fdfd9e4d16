import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { findProcess } from './process-table.ts';
import { notePid } from './processes.ts';
import { StackError } from './stack-error.ts';

const program = join(checkout, 'scripts/build-widget.ts');
const compressor = join(checkout, 'scripts/widget/compress.ts');

/**
 * Builds the widget, which does nothing when its sources have not changed since the last build.
 *
 * @throws StackError `install` when the build fails; it names the log.
 */
export async function buildWidget(logsFolder: string): Promise<void> {
  mkdirSync(logsFolder, { recursive: true, mode: 0o700 });
  const logFile = join(logsFolder, 'widget-build.log');
  if (await succeeds(logFile)) return;
  throw new StackError('install', `The widget cannot be built: ${logFile} says why.`);
}

function succeeds(logFile: string): Promise<boolean> {
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, [program], { cwd: checkout, stdio: ['ignore', log, log] });
  closeSync(log);
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(false);
    });
    child.once('exit', (code) => {
      resolve(code === 0);
    });
  });
}

/**
 * Notes the process that the build left behind to compress at leisure, so that the stop ends it with the others;
 * the next build begins it anew.
 */
export function noteCompressor(runFolder: string): void {
  const running = findProcess((commandLine) => commandLine.includes(compressor));
  if (running !== undefined) notePid(runFolder, 'compressor', { pid: running, command: process.execPath });
}
