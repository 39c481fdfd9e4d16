import { DeviceId, LoggerLevel, OlmMachine, Tracing, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';

/** The Rust crypto logs ids and key names; none of it may reach a console (design 13, nothing personal in logs). */
const silence = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/**
 * Opens the caller's device. The one place that chooses the store: in memory, so that a reload forgets everything and
 * nothing is ever written to the caller's disk.
 */
export async function openMachine(userId: string, deviceId: string): Promise<OlmMachine> {
  new Tracing(LoggerLevel.Error).turnOff();
  const machine = await OlmMachine.initialize(
    new UserId(userId),
    new DeviceId(deviceId),
    undefined,
    undefined,
    silence,
  );
  // Both would send kinds of to-device messages that the gateway does not let through.
  machine.roomKeyRequestsEnabled = false;
  machine.roomKeyForwardingEnabled = false;
  return machine;
}

function nothing(): void {
  // Dropped on purpose.
}
