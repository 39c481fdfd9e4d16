import type { Instant } from './time.ts';

/** Whether the caller's browser is connected, as the counsellor was last told (S42, design 5.8). */
export type ToldConnection = { readonly state: 'connected' | 'away'; readonly since: Instant };
