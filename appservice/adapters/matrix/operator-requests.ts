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
export function askAsOperator(
  access: OperatorAccess,
  place: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<OperatorAnswer> {
  return send(access, place, { method: body === undefined ? 'GET' : 'POST', body });
}

/** Has something deleted by the admin API, as the operator account. Throws `unreachable` when no answer comes. */
export function deleteAsOperator(
  access: OperatorAccess,
  place: string,
  body: Readonly<Record<string, unknown>>,
): Promise<OperatorAnswer> {
  return send(access, place, { method: 'DELETE', body });
}

async function send(
  { homeserverUrl, operatorToken }: OperatorAccess,
  place: string,
  { method, body }: { readonly method: string; readonly body: Readonly<Record<string, unknown>> | undefined },
): Promise<OperatorAnswer> {
  try {
    const answer = await fetch(new URL(place, homeserverUrl), {
      method,
      headers: { authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(usualLimitMs),
    });
    return { status: answer.status, body: await answer.json() };
  } catch (error) {
    throw new HomeserverError('unreachable', error);
  }
}
