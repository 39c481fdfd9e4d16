import type { DeviceId } from '../../domain/ids.ts';
import type { CallerRegistrar } from '../../ports/homeserver.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { path, type HomeserverRequests } from './homeserver-requests.ts';
import { registerUser } from './register-user.ts';

/** The name every caller has in a conversation room (S23). */
const callerDisplayName = 'Beller';

/** Registers callers in the application service's own namespace. */
export function callerRegistrar(requests: HomeserverRequests): CallerRegistrar {
  return {
    register: async (caller, device) => {
      await registerUser(requests, caller);
      await Promise.all([
        requests.send({ method: 'PUT', path: devicePath(device), as: caller, body: {} }),
        requests.send({
          method: 'PUT',
          path: path`/_matrix/client/v3/profile/${caller}/displayname`,
          as: caller,
          body: { displayname: callerDisplayName },
        }),
      ]);
    },
    removeDevice: async (caller, device) => {
      try {
        await requests.send({ method: 'DELETE', path: devicePath(device), as: caller, body: {} });
      } catch (error) {
        if (!isHomeserverError(error, 'M_NOT_FOUND', 'M_UNKNOWN_DEVICE')) throw error;
      }
    },
  };
}

function devicePath(device: DeviceId): string {
  return path`/_matrix/client/v3/devices/${device}`;
}
