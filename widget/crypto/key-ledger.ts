/** A device of somebody; a device id alone is not unique. */
export type DeviceAddress = { readonly userId: string; readonly deviceId: string };

/**
 * Which devices have really been sent the key of the room's present session. The library counts a device that it could
 * not reach as served (feasibility F 2), so its word is not taken: what its requests carried is. No I/O.
 */
export interface KeyLedger {
  /** A key of the room went out to these devices, in a request that the server has accepted. */
  delivered(devices: readonly DeviceAddress[]): void;
  /** These devices could not be reached: no secure channel to them could be made. */
  unreached(devices: readonly DeviceAddress[]): void;
  /** The devices that could not be reached, to be asked for keys again. */
  withoutChannel(): readonly DeviceAddress[];
  hasReached(devices: readonly DeviceAddress[]): boolean;
  /**
   * Something was encrypted under this session; true when one of the devices has its key. What was delivered for an
   * earlier session does not count.
   */
  confirm(sessionId: string, devices: readonly DeviceAddress[]): boolean;
  /** This person can open the present session by the history that was shared with them, of which the library takes no note. */
  sharedHistory(userId: string): void;
  /** Whether somebody else than these can open the present session by that. */
  opensForOthersThan(people: readonly string[]): boolean;
  /** The session was thrown away: whatever was delivered opens nothing that is yet to be written. */
  forget(): void;
}

/** Starts with nothing delivered. */
export function createKeyLedger(): KeyLedger {
  const ofSession = new Set<string>();
  const sinceLastEncryption = new Set<string>();
  const withHistory = new Set<string>();
  const channelless = new Map<string, DeviceAddress>();
  let current: string | undefined;
  const hasReached = (devices: readonly DeviceAddress[]): boolean =>
    devices.map(nameOf).some((name) => ofSession.has(name) || sinceLastEncryption.has(name));
  return {
    delivered(devices) {
      for (const device of devices) {
        sinceLastEncryption.add(nameOf(device));
        channelless.delete(nameOf(device));
      }
    },
    unreached(devices) {
      for (const device of devices) {
        sinceLastEncryption.delete(nameOf(device));
        ofSession.delete(nameOf(device));
        channelless.set(nameOf(device), device);
      }
    },
    withoutChannel: () => [...channelless.values()],
    hasReached,
    confirm(sessionId, devices) {
      if (sessionId !== current) ofSession.clear();
      current = sessionId;
      sinceLastEncryption.forEach((name) => ofSession.add(name));
      sinceLastEncryption.clear();
      return hasReached(devices);
    },
    sharedHistory(userId) {
      withHistory.add(userId);
    },
    opensForOthersThan: (people) => [...withHistory].some((userId) => !people.includes(userId)),
    forget() {
      withHistory.clear();
      ofSession.clear();
      sinceLastEncryption.clear();
      current = undefined;
    },
  };
}

function nameOf({ userId, deviceId }: DeviceAddress): string {
  return JSON.stringify([userId, deviceId]);
}
