import type { DeviceId, UserId } from '../../domain/ids.ts';

/**
 * A `fetch` that speaks for the desk's device with the application service's token: no access token of its own exists
 * (MSC4190, stable `device_id`). A refused token is shown as a fault of the moment: `matrix-js-sdk` would take it as a
 * logout and never sync again, but the desk is never logged out.
 */
export function deskFetch(desk: UserId, device: DeviceId): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    url.searchParams.set('user_id', desk);
    url.searchParams.set('device_id', device);
    const answer = await fetch(input instanceof Request ? new Request(url, input) : url, init);
    return answer.status === 401 ? new Response(answer.body, { status: 503 }) : answer;
  };
}
