import type { StartedConversation } from '../../../appservice/contract/conversation.ts';
import type { BenchStack } from '../bench-stack.ts';
import { createSide, type Side, type TimedAnswer, type TimedRequest } from './side.ts';

/** The same caller's requests by two ways: through the gateway, and to Synapse as the gateway would write them. */
export type Comparison = {
  readonly started: StartedConversation;
  readonly viaGateway: (request: CallerRequest) => Promise<TimedAnswer>;
  readonly direct: (request: CallerRequest) => Promise<TimedAnswer>;
  /** The host acts in the room. */
  readonly asHost: (request: TimedRequest) => Promise<TimedAnswer>;
  readonly close: () => void;
};

/** A caller's request; `ownQuery` is what the gateway adds to it by itself. */
export type CallerRequest = TimedRequest & { readonly ownQuery?: Readonly<Record<string, string>> };

/** How long each way took, pair by pair, in milliseconds. */
export type PairTimes = { readonly gatewayMs: readonly number[]; readonly directMs: readonly number[] };

/** Opens both ways for one conversation. */
export function openComparison(stack: BenchStack, started: StartedConversation): Comparison {
  const gateway = createSide(stack.publicOrigin, started.bearer);
  const homeserver = createSide(stack.homeserverUrl, stack.asToken);
  const caller = { user_id: started.userId, device_id: started.deviceId };
  return {
    started,
    viaGateway: (request) => gateway.send(request),
    direct: (request) => sendWith(homeserver, request, { ...request.ownQuery, ...caller }),
    asHost: (request) => sendWith(homeserver, request, { user_id: stack.host }),
    close: () => {
      gateway.close();
      homeserver.close();
    },
  };
}

function sendWith(
  side: Side,
  request: TimedRequest,
  query: Readonly<Record<string, string>>,
): Promise<TimedAnswer> {
  const joint = request.path.includes('?') ? '&' : '?';
  return side.send({ ...request, path: `${request.path}${joint}${new URLSearchParams(query).toString()}` });
}

/** Takes so many pairs, one way after the other, each way first in every second pair. */
export async function takePairs(
  count: number,
  ways: { readonly gateway: () => Promise<number>; readonly direct: () => Promise<number> },
): Promise<PairTimes> {
  const gatewayMs: number[] = [];
  const directMs: number[] = [];
  for (let pair = 0; pair < count; pair += 1) {
    if (pair % 2 === 0) gatewayMs.push(await ways.gateway());
    directMs.push(await ways.direct());
    if (pair % 2 === 1) gatewayMs.push(await ways.gateway());
  }
  return { gatewayMs, directMs };
}
