import { HomeserverError } from './homeserver-error.ts';
import { usualLimitMs } from './homeserver-requests.ts';

/** How the operator account is spoken for (design 4). */
export type OperatorAccess = {
  readonly homeserverUrl: string;
  readonly operatorToken: string;
  /** The real time in milliseconds, also where the helpline's own clock was set: the homeserver's stamps are real. */
  readonly realNowMs: () => number;
};

/** What the homeserver's admin API answered. */
export type OperatorAnswer = { readonly status: number; readonly body: unknown };

/** Asks the admin API as the operator account; a body makes it a POST. Throws `unreachable` when no answer comes. */
export async function askAsOperator(
  { homeserverUrl, operatorToken }: OperatorAccess,
  place: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<OperatorAnswer> {
  try {
    const answer = await fetch(new URL(place, homeserverUrl), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(usualLimitMs),
    });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    throw new HomeserverError('unreachable', error);
  }
}
