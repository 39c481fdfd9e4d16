import { counsellorOf } from '../domain/conversation.ts';
import { hasSafeIdentity, isOtherIdentity } from '../domain/duty.ts';
import type { UserId } from '../domain/ids.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { CounsellorIdentities } from '../ports/homeserver.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordSeenIdentity } from './record-identity-change.ts';

/** What checking identities needs. */
export interface CheckIdentitiesDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
  readonly identities: CounsellorIdentities;
  readonly eventLog: EventLog;
}

/** Compares the identity of everybody who is on duty, has a conversation, reads along or is on their way, with the pinned one (design 4). */
export async function checkIdentities(dependencies: CheckIdentitiesDependencies): Promise<void> {
  const { unitOfWork, eventLog } = dependencies;
  const watched = await unitOfWork.run(async (registers) => {
    const duties = await registers.duties.all();
    const onDuty = duties.filter(({ state }) => state !== 'off').map(({ counsellor }) => counsellor);
    const open = await registers.conversations.open();
    const counsellors = open.flatMap(({ phase }) => counsellorOf(phase) ?? []);
    const company = open.flatMap(({ company: { readers, coming } }) => [
      ...readers,
      ...(coming === null ? [] : [coming.colleague]),
    ]);
    return new Set([...onDuty, ...counsellors, ...company]);
  });
  for (const counsellor of watched) {
    try {
      await checkIdentity(dependencies, counsellor);
    } catch (error) {
      if (!isCoded(error)) throw error;
      eventLog.log({ event: 'job.failed', job: 'check-identities', code: failureCode(error) });
    }
  }
}

/** True when another identity than the pinned one is there: then they are off duty until a coordinator confirms it. */
export async function checkIdentity(
  dependencies: CheckIdentitiesDependencies,
  counsellor: UserId,
): Promise<boolean> {
  return (await seeIdentity(dependencies, counsellor)) === 'other';
}

/** `safe`: the pinned identity, seen now, and nobody has to confirm it; `unsure`: none is there, or none was ever pinned. */
export type SeenNow = 'safe' | 'other' | 'unsure';

/** Looks at somebody's identity freshly, and records another than the pinned one. */
export async function seeIdentity(
  dependencies: CheckIdentitiesDependencies,
  counsellor: UserId,
): Promise<SeenNow> {
  const { unitOfWork, clock, roster, identities, eventLog } = dependencies;
  const identity = await identities.look(counsellor);
  const { masterKey } = identity;
  if (masterKey === null) return 'unsure';
  const seen = await unitOfWork.run(async (registers) => {
    const duty = await registers.duties.find(counsellor);
    const state = hasSafeIdentity(duty) ? 'safe' : 'unsure';
    if (duty === undefined || !isOtherIdentity(duty, masterKey)) return { state, isNews: false } as const;
    const scene = { roster, now: clock.now() };
    const isNews = await recordSeenIdentity(registers, scene, { duty, identity });
    return { state: 'other', isNews } as const;
  });
  if (seen.isNews) eventLog.log({ event: 'duty.changed', code: 'identity-changed' });
  return seen.state;
}

/** The same where nothing may wait for it: what cannot be looked up now is not sure. */
export async function seeIdentityOrNot(
  dependencies: CheckIdentitiesDependencies,
  counsellor: UserId,
): Promise<SeenNow> {
  try {
    return await seeIdentity(dependencies, counsellor);
  } catch (error) {
    if (!isCoded(error)) throw error;
    dependencies.eventLog.log({ event: 'job.failed', job: 'check-identities', code: failureCode(error) });
    return 'unsure';
  }
}
