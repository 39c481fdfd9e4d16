import type { RoomPurger } from '../../ports/homeserver.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path } from './homeserver-requests.ts';
import { askAsOperator, deleteAsOperator, type OperatorAccess } from './operator-requests.ts';

/**
 * Purges rooms by the admin API. The homeserver does it in the background; a purge that is under way already is answered
 * by 400.
 */
export function roomPurger(access: OperatorAccess): RoomPurger {
  return {
    purge: async (roomId) => {
      const known = await askAsOperator(access, path`/_synapse/admin/v1/rooms/${roomId}`);
      if (known.status === 404) return true;
      if (known.status !== 200) throw new HomeserverError('unexpected-answer');
      const place = path`/_synapse/admin/v2/rooms/${roomId}`;
      const { status } = await deleteAsOperator(access, place, { purge: true, block: false });
      if (status !== 200 && status !== 400) throw new HomeserverError('unexpected-answer');
      return false;
    },
  };
}
