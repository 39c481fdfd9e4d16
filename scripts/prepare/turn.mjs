import { appendFileSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillRunning, markOf } from './processes.mjs';

let ownFile;

/**
 * Waits until nothing installs in this clone any more, and notes that this process does: two installations into one
 * folder destroy each other's work.
 *
 * @param {string} file names who installs, one process a line.
 * @param {(line: string) => void} say
 */
export async function takeTurn(file, say) {
  for (let isSaid = false; !noteSelf(file); await pause(250)) {
    const other = installing(file);
    if (other === undefined) rmSync(file, { force: true });
    else if (!isSaid) say(`Process ${other} is installing here already: waiting for it …`);
    isSaid ||= other !== undefined;
  }
  ownFile = file;
}

/** Notes a program that installs for this process: it may outlive us when we are killed. */
export function noteInstaller(pid) {
  const mark = markOf(pid);
  if (ownFile !== undefined && mark !== undefined) appendFileSync(ownFile, `${mark}\n`);
}

/** Lets the next one install. */
export function endTurn() {
  if (ownFile !== undefined) rmSync(ownFile, { force: true });
  ownFile = undefined;
}

/** Written beside it and linked, so that it is there completely or not at all, and for one of two only. */
function noteSelf(file) {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${markOf(process.pid)}\n`);
  try {
    linkSync(half, file);
    return true;
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure;
    return false;
  } finally {
    rmSync(half, { force: true });
  }
}

/** Number of the first process that is noted and still runs. */
function installing(file) {
  let marks;
  try {
    marks = readFileSync(file, 'utf8').trim().split('\n');
  } catch {
    return undefined;
  }
  const running = marks.find(isStillRunning);
  return running === undefined ? undefined : Number.parseInt(running, 10);
}
