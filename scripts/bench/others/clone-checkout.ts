import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkout } from '../../stack/checkout.ts';
import { folderElsewhere } from '../../stack/postgres-binaries.ts';

/** A fresh clone: what is in version control, as it is in the checkout now, and nothing that was installed or made. */
export type CheckoutClone = { readonly folder: string; readonly remove: () => void };

/** Makes one. */
export function cloneCheckout(): CheckoutClone {
  const folder = mkdtempSync(join(tmpdir(), 'helpline-clone-'));
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: checkout, encoding: 'utf8', maxBuffer: 2 ** 26 });
  for (const path of listed.split('\0').filter((each) => each !== '')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(checkout, path), join(folder, path), { force: true });
  }
  return {
    folder,
    remove: () => {
      for (const each of [folder, folderElsewhere(folder)]) rmSync(each, { recursive: true, force: true });
    },
  };
}
