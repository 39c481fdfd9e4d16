import type { Change } from '../../ports/changes.ts';
import type { Queries } from './connections.ts';

/** What every register works with: one transaction, and where it notes what it changed. */
export type Transaction = Queries & { readonly note: (change: Change) => void };
