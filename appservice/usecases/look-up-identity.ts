import type { SeenIdentity } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { CounsellorIdentities } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';

/** What looking up an identity needs. */
export interface LookUpIdentityDependencies {
  readonly steps: Steps;
  readonly identities: CounsellorIdentities;
  readonly eventLog: EventLog;
}

/**
 * A counsellor's identity, fresh; undefined when it cannot be had now (their own server is away or slow): that says nothing
 * about it, and what they pressed or wrote is not lost for it.
 */
export async function lookUpIdentity(
  { steps, identities, eventLog }: LookUpIdentityDependencies,
  counsellor: UserId,
): Promise<SeenIdentity | undefined> {
  try {
    return await steps.step('command.identity-looked-up', () => identities.look(counsellor));
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'job.failed', job: 'look-up-identity', code: failureCode(error) });
    return undefined;
  }
}
