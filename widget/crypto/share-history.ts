import { CollectStrategy, RoomId, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';
import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import { objectAt, parseJson, textField } from './json-fields.ts';
import { type Addressee, type KeySharing, recipientsOf } from './share-room-key.ts';

/** What sharing the history of one room needs. */
export type HistorySharing = KeySharing & { readonly gateway: GatewayClient };

/**
 * Shares the keys of everything said so far with one person (MSC4268): as one encrypted file, and where it lies and how it is opened by
 * a secure channel to the devices that they have signed. True when one of these devices was really sent it: for nobody the
 * library makes no request and no error (feasibility D 5). Where nothing was said yet there is nothing to share, and what is
 * not wanted any more goes to nobody.
 * Throws `GatewayError`, and what the library throws for an identity that was replaced.
 */
export async function shareHistory(
  { machine, requests, ledger, gateway, roomId }: HistorySharing,
  { userId, signedDevices }: Addressee,
  isWanted: () => boolean,
): Promise<boolean> {
  const bundle = await machine.buildRoomKeyBundle(new RoomId(roomId));
  if (bundle === undefined) return true;
  const bytes = new Uint8Array(bundle.encryptedData);
  const opening = bundle.mediaEncryptionInfo;
  const answer = await gateway.request({ method: 'POST', path: '/_matrix/media/v3/upload', bytes });
  const address = textField(objectAt(parseJson(answer)), 'content_uri');
  if (address === undefined) throw new GatewayError('unreachable');
  if (!isWanted()) return false;
  ledger.sharedHistory(userId);
  const shares = await machine.shareRoomKeyBundleData(
    new UserId(userId),
    new RoomId(roomId),
    address,
    opening,
    CollectStrategy.identityBasedStrategy(),
  );
  let isSent = false;
  for (const share of shares.filter((each) => each.event_type === 'm.room.encrypted')) {
    await requests.send(share);
    const reached = recipientsOf(share).filter((each) => each.userId === userId);
    isSent ||= reached.some(({ deviceId }) => signedDevices.includes(deviceId));
  }
  return isSent;
}

/**
 * Invites a colleague in the caller's name: their program takes the history only from whoever invites them (feasibility D 5).
 * Throws `GatewayError`.
 */
export async function inviteColleague({ gateway, roomId }: HistorySharing, userId: string): Promise<void> {
  const path = `${clientApi}/rooms/${encodeURIComponent(roomId)}/invite`;
  await gateway.request({ method: 'POST', path, body: JSON.stringify({ user_id: userId }) });
}
