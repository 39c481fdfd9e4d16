import type { UserId } from '../../domain/ids.ts';
import { isHomeserverError } from './homeserver-error.ts';
import type { HomeserverRequests } from './homeserver-requests.ts';

/** Makes one of our own users without logging it in (MSC4190); one that exists already is fine. */
export async function registerUser(requests: HomeserverRequests, userId: UserId): Promise<void> {
  const username = userId.slice(1, userId.indexOf(':'));
  try {
    await requests.send({
      method: 'POST',
      path: '/_matrix/client/v3/register',
      body: { type: 'm.login.application_service', username, inhibit_login: true },
    });
  } catch (error) {
    if (!isHomeserverError(error, 'M_USER_IN_USE')) throw error;
  }
}
