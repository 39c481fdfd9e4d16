import {
  CollectStrategy,
  DecryptionSettings,
  DeviceLists,
  EncryptionSettings,
  HistoryVisibility,
  type OlmMachine,
  RoomId,
  TrustRequirement,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { createGatewayClient, clientApi } from '../../../widget/crypto/gateway-client.ts';
import { type JsonObject, objectAt, parseJson, textField } from '../../../widget/crypto/json-fields.ts';
import { createKeyRequests } from '../../../widget/crypto/key-requests.ts';
import { openMachine } from '../../../widget/crypto/open-machine.ts';
import { type RawEvent, readSync } from '../../../widget/crypto/read-sync.ts';
import { startDevice } from '../../../widget/crypto/start-device.ts';
import type { Surroundings } from '../../../widget/crypto/surroundings.ts';
import { untroubled } from './untroubled.ts';

/** A counsellor's device on the same crypto library, stepped by hand. */
export interface TestCounsellor {
  readonly machine: OlmMachine;
  readonly userId: string;
  /** Public master key, unpadded base64. */
  masterKey(): Promise<string>;
  /** Takes everything that waits at the homeserver. Answers the bodies read since the last call; `?` for the unreadable. */
  readNew(): Promise<readonly string[]>;
  /** Everything in the room that somebody else has encrypted, from the first word on; `?` for the unreadable. */
  readFromFirst(): Promise<readonly string[]>;
  say(content: JsonObject, to: string): Promise<string>;
  /** Takes the history that this person has shared, as a program does at the joining (MSC4268); false when there is none. */
  takeHistory(from: string, media: ReadonlyMap<string, Uint8Array>): Promise<boolean>;
  /** Makes a new cross-signing identity, as a press on "Reset cryptographic identity" does. */
  resetIdentity(): Promise<void>;
  signOwnDevice(): Promise<void>;
}

/** Makes a device; `isSigned` false leaves it without any cross-signing. */
export async function createTestCounsellor(
  place: { readonly surroundings: Surroundings; readonly roomId: string; readonly userId: string },
  isSigned = true,
): Promise<TestCounsellor> {
  const { surroundings, roomId, userId } = place;
  const deviceId = 'ELEMENT';
  const machine = await openMachine(userId, deviceId);
  const gateway = createGatewayClient(surroundings, 'counsellor', untroubled());
  const requests = createKeyRequests(machine, gateway);
  const start = { machine, gateway, requests, userId, deviceId };
  if (isSigned) await startDevice(start);
  else await requests.flush();
  let since: string | undefined;

  const uploadIdentity = async (reset: boolean): Promise<void> => {
    const bootstrap = await machine.bootstrapCrossSigning(reset);
    await gateway.request({
      method: 'POST',
      path: `${clientApi}/keys/device_signing/upload`,
      body: bootstrap.uploadSigningKeysRequest.body,
    });
    await requests.send(bootstrap.uploadSignaturesRequest);
    await requests.query([userId]);
  };

  const readAll = async (events: readonly RawEvent[]): Promise<readonly string[]> => {
    const bodies: string[] = [];
    for (const event of events) {
      if (event.type !== 'm.room.encrypted' || event.sender === userId) continue;
      const settings = new DecryptionSettings(TrustRequirement.CrossSignedOrLegacy);
      const clear = await machine
        .decryptRoomEvent(event.json, new RoomId(roomId), settings)
        .catch(() => undefined);
      bodies.push(textField(objectAt(parseJson(clear?.event ?? ''), 'content'), 'body') ?? '?');
    }
    return bodies;
  };

  return {
    machine,
    userId,
    async masterKey() {
      const identity = await machine.getIdentity(new UserId(userId));
      const [key] = Object.values(objectAt(parseJson(identity?.masterKey ?? ''), 'keys'));
      return typeof key === 'string' ? key : '';
    },
    async readNew() {
      const query = { timeout: '0', ...(since === undefined ? {} : { since }) };
      const answer = readSync(
        await gateway.request({ method: 'GET', path: `${clientApi}/sync`, query }),
        roomId,
      );
      if (answer === undefined) return [];
      since = answer.nextBatch;
      await machine.receiveSyncChanges(
        answer.toDeviceJson,
        new DeviceLists([], []),
        new Map(answer.oneTimeKeyCounts),
      );
      await requests.query([...new Set(answer.changedUsers)]);
      await requests.flush();
      return readAll(answer.timeline);
    },
    async readFromFirst() {
      const text = await gateway.request({
        method: 'GET',
        path: `${clientApi}/sync`,
        query: { timeout: '0' },
      });
      return readAll(readSync(text, roomId)?.timeline ?? []);
    },
    async say(content, to) {
      await requests.query([to]);
      const claim = await machine.getMissingSessions([new UserId(to)]);
      if (claim !== null) await requests.send(claim);
      const settings = new EncryptionSettings();
      settings.historyVisibility = HistoryVisibility.Shared;
      settings.sharingStrategy = CollectStrategy.identityBasedStrategy();
      const shares = await machine.shareRoomKey(new RoomId(roomId), [new UserId(to)], settings);
      for (const share of shares) await requests.send(share);
      const encrypted = await machine.encryptRoomEvent(
        new RoomId(roomId),
        'm.room.message',
        JSON.stringify(content),
      );
      const relation = objectAt(content, 'm.relates_to');
      const path = `${clientApi}/rooms/${encodeURIComponent(roomId)}/send/m.room.encrypted/${crypto.randomUUID()}`;
      const outer = {
        ...objectAt(parseJson(encrypted)),
        ...(Object.keys(relation).length > 0 && { 'm.relates_to': relation }),
      };
      const answer = await gateway.request({ method: 'PUT', path, body: JSON.stringify(outer) });
      return textField(objectAt(parseJson(answer)), 'event_id') ?? '';
    },
    async takeHistory(from, media) {
      const found = await machine.getReceivedRoomKeyBundleData(new RoomId(roomId), new UserId(from));
      const bytes = media.get(found?.url ?? '');
      if (found === undefined || bytes === undefined) return false;
      await machine.receiveRoomKeyBundle(found, bytes);
      return true;
    },
    resetIdentity: () => uploadIdentity(true),
    signOwnDevice: () => uploadIdentity(false),
  };
}
