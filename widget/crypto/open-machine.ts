import {
  DeviceId,
  LoggerLevel,
  OlmMachine,
  StoreHandle,
  Tracing,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';

/** The Rust crypto logs ids and key names; none of it may reach a console (design 13, nothing personal in logs). */
const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Opens a device in memory: a reload forgets everything, and nothing is ever written to the caller's disk. */
export async function openMachine(userId: string, deviceId: string): Promise<OlmMachine> {
  new Tracing(LoggerLevel.Error).turnOff();
  return withoutGossip(
    await OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId), undefined, undefined, silence),
  );
}

/** A device that is kept in the browser. */
export type KeptDevice = {
  readonly userId: string;
  readonly deviceId: string;
  /** Beginning of its databases' names. */
  readonly name: string;
  /** 32 bytes, under which every value is encrypted and every key hashed. */
  readonly key: Uint8Array;
};

/**
 * Opens a device whose store is in the browser. Rejects when nothing can be stored, and when the store belongs to another key. What
 * the library would write in the clear, whose devices it follows, is never asked of it (feasibility D 6).
 */
export async function openKeptMachine({ userId, deviceId, name, key }: KeptDevice): Promise<OlmMachine> {
  new Tracing(LoggerLevel.Error).turnOff();
  const store = await StoreHandle.openWithKey(name, key, silence);
  return withoutGossip(
    await OlmMachine.initFromStore(new UserId(userId), new DeviceId(deviceId), store, silence),
  );
}

/** Both would send kinds of to-device messages that the gateway does not let through. */
function withoutGossip(machine: OlmMachine): OlmMachine {
  machine.roomKeyRequestsEnabled = false;
  machine.roomKeyForwardingEnabled = false;
  return machine;
}

function nothing(): void {
  // Dropped on purpose.
}
