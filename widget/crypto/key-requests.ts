import {
  type KeysClaimRequest,
  KeysQueryRequest,
  KeysUploadRequest,
  type OlmMachine,
  SignatureUploadRequest,
  ToDeviceRequest,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { clientApi, type GatewayClient, type GatewayRequest } from './gateway-client.ts';

/** A request that the crypto library wants to be sent, and whose answer it wants to see. */
type MachineRequest =
  KeysUploadRequest | KeysQueryRequest | KeysClaimRequest | ToDeviceRequest | SignatureUploadRequest;

/** Carries the crypto library's requests to the gateway. Every method throws `GatewayError`. */
export interface KeyRequests {
  /** Sends one and tells the library the answer. */
  send(request: MachineRequest): Promise<void>;
  /** Sends whatever the library has waiting, such as new one-time keys. */
  flush(): Promise<void>;
  /**
   * Asks for the devices and identities of these people. `updateTrackedUsers` is never called: it would write their
   * ids in clear into a store on disk (feasibility D 6).
   */
  query(userIds: readonly string[]): Promise<void>;
}

/** Makes the carrier for one device. */
export function createKeyRequests(machine: OlmMachine, gateway: GatewayClient): KeyRequests {
  const send = async (request: MachineRequest): Promise<void> => {
    const answer = await gateway.request(routeOf(request));
    if (request.id !== undefined) await machine.markRequestAsSent(request.id, request.type, answer);
  };
  return {
    send,
    async flush() {
      const waiting = await machine.outgoingRequests();
      await Promise.all(waiting.filter(isOfOurs).map(send));
    },
    async query(userIds) {
      if (userIds.length > 0) await send(machine.queryKeysForUsers(userIds.map((each) => new UserId(each))));
    },
  };
}

function routeOf(request: MachineRequest): GatewayRequest {
  if (request instanceof ToDeviceRequest) {
    const path = `${clientApi}/sendToDevice/${request.event_type}/${encodeURIComponent(request.txn_id)}`;
    return { method: 'PUT', path, body: request.body };
  }
  return { method: 'POST', path: `${clientApi}/keys/${nameOf(request)}`, body: request.body };
}

function nameOf(request: Exclude<MachineRequest, ToDeviceRequest>): string {
  if (request instanceof KeysUploadRequest) return 'upload';
  if (request instanceof KeysQueryRequest) return 'query';
  return request instanceof SignatureUploadRequest ? 'signatures/upload' : 'claim';
}

/** Messages for interactive verification and key backups are no part of this; the gateway refuses them. */
function isOfOurs(request: object): request is MachineRequest {
  return (
    request instanceof KeysUploadRequest ||
    request instanceof KeysQueryRequest ||
    request instanceof SignatureUploadRequest ||
    (request instanceof ToDeviceRequest && request.event_type === 'm.room.encrypted')
  );
}
