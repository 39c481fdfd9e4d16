import type { Roster } from '../domain/roster.ts';
import type { AlarmCode } from '../ports/alarms.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { canTellWhoIsBlocked, type BlockListDependencies } from './can-tell-who-is-blocked.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** What watching the list of blocks needs. */
export interface WatchBlockListDependencies extends BlockListDependencies {
  readonly roster: Roster;
  readonly eventLog: EventLog;
}

const alarm: AlarmCode = 'blocks-unreadable';

/**
 * Wakes the coordinators when nobody can tell any more who is blocked, once for each outage, and says when it is over. A list
 * that is missing must not look like an empty one (lessons 1.10); the chat itself is closed by whoever starts one or shows the status.
 */
export async function watchBlockList(dependencies: WatchBlockListDependencies): Promise<void> {
  const { unitOfWork, clock, roster, eventLog } = dependencies;
  const isOn = !(await canTellWhoIsBlocked(dependencies));
  const since = await unitOfWork.read(({ alarms }) => alarms.since(alarm));
  if (isOn === (since !== undefined)) return;
  const hasChanged = await unitOfWork.run((registers) =>
    changeAlarm(registers, { roster, now: clock.now() }, isOn),
  );
  if (hasChanged) eventLog.log({ event: isOn ? 'alarm.raised' : 'alarm.over', code: alarm });
}

/** False when another process has noticed first. */
async function changeAlarm(registers: Registers, scene: Scene, isOn: boolean): Promise<boolean> {
  const { roster, now } = scene;
  const { alarms } = registers;
  const known = await alarms.since(alarm);
  if (isOn === (known !== undefined)) return false;
  if (isOn) await alarms.raise(alarm, now);
  else await alarms.clear(alarm);
  const code = isOn ? 'block-list-unreadable' : 'block-list-readable';
  for (const { userId } of roster.members.filter(({ role }) => role === 'coordinator')) {
    await recordDeskMessage(registers, {
      to: { own: userId },
      key: actionKeys.alarm(code, userId, known ?? now),
      message: { kind: 'blocking', message: { code } },
      mention: userId,
    });
  }
  return true;
}
