import type { DeskMessage } from '../domain/desk-message.ts';
import { goOn, isNewToDuty, mayGoOnDuty, type SeenIdentity } from '../domain/duty.ts';
import { nextOpening, type OpeningHours } from '../domain/opening-hours.ts';
import type { Instant } from '../domain/time.ts';
import type { CounsellorIdentities } from '../ports/homeserver.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import type { Scene } from './scene.ts';
import { recordSeenIdentity } from './record-identity-change.ts';

/** What going on duty needs. */
export interface GoOnDutyDependencies extends CommandDependencies {
  readonly identities: CounsellorIdentities;
  readonly openingHours: OpeningHours;
}

/**
 * `!aan`: on duty, with a cross-signed device and the identity that was pinned the first time (design 4); also before
 * opening time, so that somebody is there when the helpline opens. Otherwise the answer says what is missing.
 */
export async function goOnDuty(dependencies: GoOnDutyDependencies, source: CommandSource): Promise<void> {
  const { clock, steps, roster, identities, openingHours } = dependencies;
  const { member, eventId } = source;
  const identity = await steps.step('command.identity-looked-up', () => identities.look(member.userId));
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    goOnIn(registers, { roster, openingHours, now: clock.now() }, { source, identity }),
  );
}

async function goOnIn(
  registers: Registers,
  scene: Scene & { readonly openingHours: OpeningHours },
  { source, identity }: { readonly source: CommandSource; readonly identity: SeenIdentity },
): Promise<DeskMessage> {
  const { member } = source;
  const duty = await registers.duties.find(member.userId);
  const allowed = mayGoOnDuty({ member, identity, duty });
  if (!allowed.ok) {
    if (allowed.problem.code === 'identity-changed') {
      await recordSeenIdentity(registers, scene, { duty, identity });
    }
    return { kind: 'refusal', refusal: allowed.problem };
  }
  const { pin } = allowed.value;
  await registers.duties.save(goOn(duty, { counsellor: member.userId, pin, now: scene.now }));
  return {
    kind: 'duty',
    state: 'on',
    isFirstTime: isNewToDuty(duty),
    opensAt: await opensAt(registers, scene),
  };
}

/** Null when callers can come now, or when nobody knows. */
async function opensAt(
  registers: Registers,
  { openingHours, now }: { readonly openingHours: OpeningHours; readonly now: Instant },
): Promise<Instant | null> {
  const closure = (await registers.closures.latest()) ?? null;
  const opening = nextOpening(openingHours, closure, now);
  return opening === now ? null : opening;
}
