import type { StaffAccounts } from '../../ports/homeserver.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path } from './homeserver-requests.ts';
import { askAsOperator, type OperatorAccess } from './operator-requests.ts';

/**
 * Closes staff accounts by the admin API: deactivation logs out every device, takes the account out of its rooms and, where
 * people come in by OpenID Connect, forgets that link. What they wrote stays readable for whoever was there.
 */
export function staffAccounts(access: OperatorAccess): StaffAccounts {
  return {
    close: async (member) => {
      const place = path`/_synapse/admin/v1/deactivate/${member}`;
      const { status } = await askAsOperator(access, place, { erase: false });
      if (status === 400) return false; // of another homeserver
      if (status !== 200 && status !== 404) throw new HomeserverError('unexpected-answer');
      return true;
    },
  };
}
