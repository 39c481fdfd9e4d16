import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import { objectAt, objectsAt, parseJson, textField } from './json-fields.ts';
import { type RawEvent, readEvents } from './read-sync.ts';

/** Reads what a limited sync left out; oldest first. */
export type FillGap = (from: string) => Promise<readonly RawEvent[]>;

const pageSize = 50;

/** A conversation of an hour is a few hundred events; more pages than this is no gap of ours. */
const mostPages = 20;

/**
 * Makes the reader of one room (feasibility D 2 D). It reads backwards until it meets an event that is already known,
 * or the beginning. Throws a `GatewayError` when the gateway does not answer: the sync that has the gap is then asked for
 * again, because no later gap would reach what is missing. What the gateway refuses it will refuse for ever, and is left out.
 */
export function createFillGap(
  gateway: GatewayClient,
  roomId: string,
  isKnown: (eventId: string) => boolean,
): FillGap {
  const path = `${clientApi}/rooms/${encodeURIComponent(roomId)}/messages`;
  return async (from) => {
    const newestFirst: RawEvent[] = [];
    let position: string | undefined = from;
    for (let page = 0; page < mostPages && position !== undefined; page += 1) {
      const query: Record<string, string> = { dir: 'b', limit: String(pageSize), from: position };
      const text: string = await gateway.request({ method: 'GET', path, query }).catch(unlessRefused);
      const answer = parseJson(text);
      const events = readEvents(objectsAt(answer, 'chunk'));
      const known = events.findIndex((event) => isKnown(event.eventId));
      newestFirst.push(...(known === -1 ? events : events.slice(0, known)));
      position = known === -1 ? textField(objectAt(answer), 'end') : undefined;
    }
    return newestFirst.reverse();
  };
}

function unlessRefused(error: unknown): string {
  if (error instanceof GatewayError && error.code === 'refused') return '{}';
  throw error;
}
