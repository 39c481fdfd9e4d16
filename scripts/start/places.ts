import { accessSync, chmodSync, constants, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Layout, layoutOf } from '../stack/layout.ts';
import { canEnter, postgresAccount } from '../stack/postgres-account.ts';
import { checkout } from '../stack/checkout.ts';
import { folderElsewhere } from '../stack/postgres-binaries.ts';
import { noteOwner } from './elsewhere.ts';
import { StackError } from '../stack/stack-error.ts';

/**
 * Where this checkout keeps its data: in `.data`, but for PostgreSQL's when only root may enter the checkout and
 * PostgreSQL has to run as somebody else.
 */
export function checkoutLayout(): Layout {
  const dataFolder = join(checkout, '.data');
  mkdirSync(dataFolder, { recursive: true });
  requireOwn(dataFolder);
  const account = postgresAccount();
  if (account === undefined) return layoutOf(dataFolder);
  chmodSync(dataFolder, 0o755); // whatever was root's umask; what is secret lies in folders of its own
  if (canEnter(account, dataFolder)) return layoutOf(dataFolder);
  const elsewhere = folderElsewhere();
  try {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    noteOwner(elsewhere);
  } catch (cause) {
    throw new StackError(
      'unsupported',
      `Only root may enter ${checkout} and ${elsewhere} cannot be made: clone into a folder that others may enter.`,
      cause,
    );
  }
  return layoutOf(dataFolder, join(elsewhere, 'postgres'));
}

function requireOwn(dataFolder: string): void {
  try {
    accessSync(dataFolder, constants.W_OK);
  } catch (cause) {
    throw new StackError(
      'unsupported',
      `${dataFolder} belongs to another user: start as that user, or have the folder removed.`,
      cause,
    );
  }
}

/** The folders in which a start keeps its data, for people to read. */
export function dataPlaces(layout: Layout): string {
  const isElsewhere = !layout.postgresFolder.startsWith(layout.dataFolder);
  return isElsewhere ? `${layout.dataFolder} and ${dirname(layout.postgresFolder)}` : layout.dataFolder;
}

/** Forgets everything that earlier starts kept; what was installed stays. */
export function forgetData(layout: Layout): void {
  const kept = [layout.postgresFolder, layout.synapseFolder, layout.appserviceFolder, layout.secretsFolder];
  for (const folder of [...kept, join(layout.dataFolder, 'counsellors')]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
