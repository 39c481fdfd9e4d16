import { type JsonObject, objectAt, parseJson, textField } from '../../../widget/crypto/json-fields.ts';
import { createStandInKeys } from './stand-in-keys.ts';

/** One request that reached the stand-in, for searching and for planned failures. */
type SeenRequest = {
  readonly userId: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
};

/** A room, key directory and mail box in memory: just enough of the client API for two crypto libraries to meet. */
export interface StandInHomeserver {
  /** The `fetch` of one device. */
  fetchAs(userId: string, deviceId: string): (url: string, request: RequestInit) => Promise<Response>;
  setMembership(userId: string, membership: 'invite' | 'join' | 'leave'): void;
  /** Puts an event that its sender did not encrypt, such as a redaction. */
  putEvent(sender: string, event: JsonObject): string;
  /** Puts the newest encrypted event of somebody once more, as an event of its own. */
  repeatLast(sender: string): void;
  setEphemeral(type: string, content: JsonObject): void;
  /** Every request so far. */
  readonly seen: readonly SeenRequest[];
  /** Answers this instead, as long as it answers anything; undefined lets the request through. */
  fail: (request: SeenRequest) => Response | undefined;
  /** Addresses (`user device`) whose one-time and fallback keys are not handed out. */
  readonly withoutKeys: Set<string>;
  /** What was uploaded, by its address. */
  readonly media: ReadonlyMap<string, Uint8Array>;
}

type Placed<Value> = { readonly position: number; readonly value: Value };
type Device = { readonly userId: string; readonly deviceId: string };

/** Starts with an empty room. */
export function createStandInHomeserver(roomId: string): StandInHomeserver {
  const seen: SeenRequest[] = [];
  const events: Placed<JsonObject>[] = [];
  const mail: Placed<{ readonly address: string; readonly event: JsonObject }>[] = [];
  const changes: Placed<string>[] = [];
  const ephemeral: Placed<JsonObject>[] = [];
  const transactions = new Map<string, string>();
  const media = new Map<string, Uint8Array>();
  const waiters = new Set<() => void>();
  let position = 0;

  const place = <Value>(list: Placed<Value>[], value: Value): void => {
    position += 1;
    list.push({ position, value });
    for (const wake of [...waiters]) wake();
  };
  const keys = createStandInKeys((userId) => {
    place(changes, userId);
  });
  const putEvent = (sender: string, event: JsonObject): string => {
    const eventId = `$event${String(events.length)}`;
    place(events, { event_id: eventId, sender, origin_server_ts: 1_000 + events.length, ...event });
    return eventId;
  };

  const syncNow = ({ userId, deviceId }: Device, since: number): JsonObject => {
    const address = `${userId} ${deviceId}`;
    const news = <Value>(list: readonly Placed<Value>[]): Value[] =>
      list.filter((each) => each.position > since).map((each) => each.value);
    const own = events.findLast(({ value }) => value['state_key'] === userId)?.value;
    const isGone = textField(objectAt(own, 'content'), 'membership') === 'leave';
    const room = {
      timeline: { events: news(events), limited: false },
      ephemeral: { events: news(ephemeral) },
    };
    return {
      next_batch: String(position),
      to_device: {
        events: news(mail)
          .filter((each) => each.address === address)
          .map((each) => each.event),
      },
      device_lists: { changed: [...new Set(news(changes))], left: [] },
      device_one_time_keys_count: { signed_curve25519: keys.oneTimeKeyCount(address) },
      device_unused_fallback_key_types: ['signed_curve25519'],
      rooms: { [isGone ? 'leave' : 'join']: { [roomId]: room } },
    };
  };

  const waitForNews = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiters.delete(wake);
        resolve();
      };
      waiters.add(wake);
      signal.addEventListener('abort', wake);
    });

  const sendToDevice = (sender: string, type: string, body: JsonObject): JsonObject => {
    for (const [userId, list] of Object.entries(objectAt(body, 'messages'))) {
      for (const [deviceId, content] of Object.entries(objectAt(list))) {
        place(mail, { address: `${userId} ${deviceId}`, event: { type, sender, content } });
      }
    }
    return {};
  };

  const putEncrypted = (
    { userId, deviceId }: Device,
    transaction: string,
    content: JsonObject,
  ): JsonObject => {
    const name = `${userId} ${deviceId} ${transaction}`;
    const eventId = transactions.get(name) ?? putEvent(userId, { type: 'm.room.encrypted', content });
    transactions.set(name, eventId);
    return { event_id: eventId };
  };

  const answer = (device: Device, request: SeenRequest): JsonObject | undefined => {
    const { userId, deviceId } = device;
    const body = objectAt(parseJson(request.body));
    const path = request.path.replace('/_matrix/client/v3/', '');
    const [first, second = '', third, fourth, fifth = ''] = path.split('/').map(decodeURIComponent);
    if (path === 'keys/upload') return keys.upload(userId, deviceId, body);
    if (path === 'keys/query') return keys.query(userId, body);
    if (path === 'keys/claim') return keys.claim(body);
    if (path === 'keys/device_signing/upload') return keys.uploadIdentity(userId, body);
    if (path === 'keys/signatures/upload') return keys.uploadSignatures(userId, body);
    if (first === 'sendToDevice') return sendToDevice(userId, second, body);
    if (first !== 'rooms' || second !== roomId) return undefined;
    if (third === 'invite') {
      putEvent(userId, memberEvent(String(body['user_id']), 'invite'));
      return {};
    }
    if (third === 'send' && fourth === 'm.room.encrypted') return putEncrypted(device, fifth, body);
    return third === 'receipt' || third === 'typing' ? {} : undefined;
  };

  type Asked = {
    readonly url: URL;
    readonly request: SeenRequest;
    readonly bytes: Uint8Array | undefined;
    readonly signal: AbortSignal;
  };
  const serve = async (device: Device, { url, request, bytes, signal }: Asked): Promise<Response> => {
    if (bytes !== undefined) {
      const address = `mxc://localhost/${String(media.size)}`;
      media.set(address, bytes);
      return Response.json({ content_uri: address });
    }
    if (!url.pathname.endsWith('/sync')) {
      const value = answer(device, request);
      return Response.json(value ?? { errcode: 'M_UNRECOGNIZED' }, {
        status: value === undefined ? 404 : 200,
      });
    }
    const since = Number(url.searchParams.get('since') ?? 0);
    if (url.searchParams.get('timeout') !== '0' && position <= since) await waitForNews(signal);
    return standIn.fail(request) ?? Response.json(syncNow(device, since));
  };

  const standIn: StandInHomeserver = {
    fetchAs: (userId, deviceId) => async (address, init) => {
      const url = new URL(address);
      const body = typeof init.body === 'string' ? init.body : '';
      const request = { userId, method: init.method ?? 'GET', path: url.pathname, body };
      seen.push(request);
      const signal = init.signal ?? new AbortController().signal;
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      const bytes = init.body instanceof Uint8Array ? init.body : undefined;
      return standIn.fail(request) ?? serve({ userId, deviceId }, { url, request, bytes, signal });
    },
    setMembership(userId, membership) {
      putEvent('@1712:localhost', memberEvent(userId, membership));
    },
    putEvent,
    repeatLast: (sender) => {
      const last = events.findLast(
        ({ value }) => value['sender'] === sender && value['type'] === 'm.room.encrypted',
      );
      putEvent(sender, { type: 'm.room.encrypted', content: objectAt(last?.value, 'content') });
    },
    setEphemeral(type, content) {
      place(ephemeral, { type, content });
    },
    seen,
    fail: () => undefined,
    withoutKeys: keys.withheld,
    media,
  };
  return standIn;
}

function memberEvent(userId: string, membership: string): JsonObject {
  return { type: 'm.room.member', state_key: userId, content: { membership } };
}
