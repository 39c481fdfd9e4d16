import { join } from 'node:path';

/** Folder of the checkout that this program belongs to. */
export const checkout = join(import.meta.dirname, '../..');
