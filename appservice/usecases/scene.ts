import type { Roster } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';

/** Who works here and what time it is: what every decision about conversations looks at. */
export type Scene = { readonly roster: Roster; readonly now: Instant };
