import type { DeskCommand } from './desk-command.ts';
import { hasUnconfirmedIdentity, isOffboarded, isOtherIdentity } from './duty.ts';
import type { CounsellorDuty, SeenIdentity } from './duty.ts';
import { refusal, success, type Result } from './result.ts';

/** Why the desk does not do what an account asks: its keys are others than theirs, or cannot be seen now (design 1 and 4). */
export type DisobeyCode = 'not-in-roster' | 'keys-in-doubt' | 'keys-not-seen';

/** How surely the desk must know whose keys asked. `seen`: a look-up that fails refuses. `none`: the command looks for itself, or gives nothing. */
export type Care = 'none' | 'usual' | 'seen';

const cares: Partial<Readonly<Record<DeskCommand['name'], Care>>> = {
  help: 'none',
  off: 'none',
  on: 'none',
  take: 'none',
  confirm: 'seen',
  offboard: 'seen',
  'stop-all': 'seen',
  looked: 'seen',
  address: 'seen',
};

/** How surely the desk must know whose keys gave a command. */
export function careFor(name: DeskCommand['name']): Care {
  return cares[name] ?? 'usual';
}

/**
 * Whether the desk does what somebody asks, by the identity their account has now: the pinned one, and no other seen that nobody
 * has confirmed. While it cannot be seen, what is stored decides, unless it must be seen. On success a key to pin, if none is.
 */
export function mayBeObeyed(asked: {
  readonly duty: CounsellorDuty | undefined;
  /** Undefined when it cannot be looked up now. */
  readonly identity: SeenIdentity | undefined;
  readonly care: Care;
}): Result<{ readonly pin: string | null }, { readonly code: DisobeyCode }> {
  const { duty, identity, care } = asked;
  if (isOffboarded(duty)) return refusal({ code: 'not-in-roster' });
  if (hasUnconfirmedIdentity(duty)) return refusal({ code: 'keys-in-doubt' });
  const masterKey = identity?.masterKey ?? null;
  if (masterKey === null) {
    return care === 'seen' ? refusal({ code: 'keys-not-seen' }) : success({ pin: null });
  }
  if (isOtherIdentity(duty, masterKey)) return refusal({ code: 'keys-in-doubt' });
  return success({ pin: (duty?.pinnedMasterKey ?? null) === null ? masterKey : null });
}
