import { join } from 'node:path';

/** The repository. */
export const checkoutFolder = join(import.meta.dirname, '../..');

/** Best compressed files by the sha256 of what is in them; may be deleted at any time. */
export const brotliFolder = join(checkoutFolder, '.data/brotli');
