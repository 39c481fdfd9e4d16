import {
  isJsonObject,
  type JsonObject,
  numberField,
  objectAt,
  objectsAt,
  parseJson,
  textField,
  textsAt,
} from './json-fields.ts';

/** One event of the room as it came, still encrypted. */
export type RawEvent = {
  readonly eventId: string;
  readonly type: string;
  readonly sender: string;
  /** Origin server time, milliseconds. */
  readonly sentAtMs: number;
  readonly stateKey: string | undefined;
  readonly content: JsonObject;
  /** The event this one removes: in the content (room version 11 on) or at the top (before). */
  readonly redacts: string | undefined;
  /** The event as JSON text, for the crypto library. */
  readonly json: string;
};

/** What of an answer to `/sync` concerns the caller's one room and one device. */
export type SyncAnswer = {
  readonly nextBatch: string;
  /** JSON text of the list, for the crypto library. */
  readonly toDeviceJson: string;
  readonly changedUsers: readonly string[];
  readonly leftUsers: readonly string[];
  readonly oneTimeKeyCounts: ReadonlyMap<string, number>;
  /** Undefined when the server does not say. */
  readonly unusedFallbackKeys: ReadonlySet<string> | undefined;
  readonly state: readonly RawEvent[];
  readonly timeline: readonly RawEvent[];
  /** Where to go on reading backwards when the timeline has a gap before it; undefined when there is none. */
  readonly gapFrom: string | undefined;
  readonly ephemeral: readonly JsonObject[];
  /** The room is in it; the homeserver may send to-device messages alone first. */
  readonly hasRoom: boolean;
  /** The caller was removed from the room. */
  readonly hasLeft: boolean;
};

/** Reads an answer to `/sync`; undefined when it is not one. */
export function readSync(text: string, roomId: string): SyncAnswer | undefined {
  const answer = parseJson(text);
  if (!isJsonObject(answer)) return undefined;
  const nextBatch = textField(answer, 'next_batch');
  if (nextBatch === undefined) return undefined;
  const left = objectAt(answer, 'rooms', 'leave', roomId);
  const hasLeft = Object.keys(left).length > 0;
  const room = hasLeft ? left : objectAt(answer, 'rooms', 'join', roomId);
  return {
    nextBatch,
    toDeviceJson: JSON.stringify(objectsAt(answer, 'to_device', 'events')),
    changedUsers: textsAt(answer, 'device_lists', 'changed'),
    leftUsers: textsAt(answer, 'device_lists', 'left'),
    oneTimeKeyCounts: readCounts(objectAt(answer, 'device_one_time_keys_count')),
    unusedFallbackKeys: readFallbackKeys(answer),
    state: readEvents(objectsAt(room, 'state', 'events')),
    timeline: readEvents(objectsAt(room, 'timeline', 'events')),
    gapFrom: readGap(objectAt(room, 'timeline')),
    ephemeral: objectsAt(room, 'ephemeral', 'events'),
    hasRoom: Object.keys(room).length > 0,
    hasLeft,
  };
}

/** Reads the events of a list, dropping what is none. */
export function readEvents(list: readonly JsonObject[]): readonly RawEvent[] {
  return list.map(readEvent).filter((event) => event !== undefined);
}

function readEvent(event: JsonObject): RawEvent | undefined {
  const eventId = textField(event, 'event_id');
  const type = textField(event, 'type');
  const sender = textField(event, 'sender');
  if (eventId === undefined || type === undefined || sender === undefined) return undefined;
  const content = objectAt(event, 'content');
  return {
    eventId,
    type,
    sender,
    sentAtMs: numberField(event, 'origin_server_ts') ?? 0,
    stateKey: textField(event, 'state_key'),
    content,
    redacts: textField(content, 'redacts') ?? textField(event, 'redacts'),
    json: JSON.stringify(event),
  };
}

function readCounts(counts: JsonObject): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(counts).flatMap(([algorithm, count]) =>
      typeof count === 'number' ? [[algorithm, count]] : [],
    ),
  );
}

function readFallbackKeys(answer: JsonObject): ReadonlySet<string> | undefined {
  const name = 'device_unused_fallback_key_types';
  return Array.isArray(answer[name]) ? new Set(textsAt(answer, name)) : undefined;
}

function readGap(timeline: JsonObject): string | undefined {
  return timeline['limited'] === true ? textField(timeline, 'prev_batch') : undefined;
}
