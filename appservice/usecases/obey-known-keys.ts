import { pinIdentity, type SeenIdentity } from '../domain/duty.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import { mayBeObeyed, type Care } from '../domain/obeying.ts';
import type { CommandDependencies } from './command-scene.ts';
import { lookUpIdentity, type LookUpIdentityDependencies } from './look-up-identity.ts';
import { onceFor } from './once-for.ts';
import { recordRefusal } from './record-desk-message.ts';
import { recordSeenIdentity } from './record-identity-change.ts';

/** What looking at whose keys ask needs. */
export interface ObeyKnownKeysDependencies extends CommandDependencies, LookUpIdentityDependencies {}

/** Somebody wrote a command, or pressed a sign (which is never encrypted, so it pins nothing). */
export type Asking = {
  readonly sender: UserId;
  readonly eventId: EventId;
  readonly care: Care;
  readonly by: 'command' | 'press';
};

/**
 * Whether the desk does what somebody asks: it looks at their identity freshly, once, and outside the unit of work. Another one than
 * the pinned is refused, and recorded, so that coordinators are rung; the first one that gives a command is pinned (design 4).
 */
export async function obeyKnownKeys(
  dependencies: ObeyKnownKeysDependencies,
  asking: Asking,
): Promise<boolean> {
  const { unitOfWork, steps } = dependencies;
  const { sender, care, by } = asking;
  if (care === 'none') return true;
  const identity = await lookUpIdentity(dependencies, sender);
  const duty = await unitOfWork.read(({ duties }) => duties.find(sender));
  const verdict = mayBeObeyed({ duty, identity, care });
  if (verdict.ok && (verdict.value.pin === null || by === 'press')) return true;
  return await steps.step('command.recorded', () => decideAgain(dependencies, asking, identity));
}

/** What is recorded is decided in the unit of work that records it: a refusal once for each event, a pin on what is stored now. */
async function decideAgain(
  { unitOfWork, clock, roster }: ObeyKnownKeysDependencies,
  { sender, eventId, care }: Asking,
  identity: SeenIdentity | undefined,
): Promise<boolean> {
  const now = clock.now();
  return await unitOfWork.run(async (registers) => {
    const duty = await registers.duties.find(sender);
    const verdict = mayBeObeyed({ duty, identity, care });
    if (verdict.ok) {
      const { pin } = verdict.value;
      if (pin !== null) await registers.duties.save(pinIdentity(duty, { counsellor: sender, pin, now }));
      return true;
    }
    await onceFor(eventId, async () => {
      if (identity !== undefined) await recordSeenIdentity(registers, { roster, now }, { duty, identity });
      await recordRefusal(registers, { to: sender, eventId, refusal: verdict.problem });
    })(registers);
    return false;
  });
}
