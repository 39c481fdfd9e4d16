import { z } from 'zod';
import type { StaffPresence } from '../../ports/homeserver.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path, usualLimitMs } from './homeserver-requests.ts';

const devicesSchema = z.object({
  devices: z.array(z.object({ last_seen_ts: z.number().nullable().optional() })),
});

/** How the operator account is spoken for (design 4). */
export type OperatorAccess = {
  readonly homeserverUrl: string;
  readonly operatorToken: string;
  /** The real time in milliseconds, also where the helpline's own clock was set: the homeserver's stamps are real. */
  readonly realNowMs: () => number;
};

/**
 * When counsellors' devices were last seen, from the homeserver's admin API. Somebody without any device is unseen for ever;
 * of people on other servers, and of devices that never spoke, nothing is known.
 */
export function staffPresence(access: OperatorAccess): StaffPresence {
  return {
    unseenForMs: async (counsellor) => {
      const place = path`/_synapse/admin/v2/users/${counsellor}/devices`;
      const answer = await fetchAsOperator(access, place);
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

async function fetchAsOperator(
  access: OperatorAccess,
  place: string,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const answer = await fetch(new URL(place, access.homeserverUrl), {
      headers: { authorization: `Bearer ${access.operatorToken}` },
      signal: AbortSignal.timeout(usualLimitMs),
    });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    throw new HomeserverError('unreachable', error);
  }
}
