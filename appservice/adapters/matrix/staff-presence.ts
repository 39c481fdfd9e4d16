import { z } from 'zod';
import type { StaffPresence } from '../../ports/homeserver.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path } from './homeserver-requests.ts';
import { askAsOperator, type OperatorAccess } from './operator-requests.ts';

const devicesSchema = z.object({
  devices: z.array(z.object({ last_seen_ts: z.number().nullable().optional() })),
});

/**
 * When counsellors' devices were last seen, from the homeserver's admin API. Somebody without any device is unseen for ever;
 * of people on other servers, and of devices that never spoke, nothing is known.
 */
export function staffPresence(access: OperatorAccess): StaffPresence {
  return {
    unseenForMs: async (counsellor) => {
      const place = path`/_synapse/admin/v2/users/${counsellor}/devices`;
      const answer = await askAsOperator(access, place);
      if (answer.status === 404 || answer.status === 400) return undefined;
      const parsed = devicesSchema.safeParse(answer.body);
      if (answer.status !== 200 || !parsed.success) throw new HomeserverError('unexpected-answer');
      const { devices } = parsed.data;
      if (devices.length === 0) return Number.POSITIVE_INFINITY;
      const seen = devices.flatMap((device) => device.last_seen_ts ?? []);
      return seen.length === 0 ? undefined : Math.max(0, access.realNowMs() - Math.max(...seen));
    },
  };
}
