import type { PublicStatus } from '../../../appservice/contract/status.ts';

/** A status as the screens show it. */
export type ShownStatus = PublicStatus;
