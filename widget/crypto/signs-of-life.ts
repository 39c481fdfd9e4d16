import { clientApi, type GatewayClient } from './gateway-client.ts';
import type { Surroundings } from './surroundings.ts';

/** How long the counsellor sees one "is typing", milliseconds. */
const typingMs = 5_000;

/** While the caller goes on typing it is said again after this time, milliseconds. */
const typingRepeatMs = 3_500;

/** Says that the caller types and has read. A failure is of no consequence: the next one says the same. */
export interface SignsOfLife {
  typing(isTyping: boolean): void;
  read(eventId: string): void;
}

/** What saying so needs. */
export type SayingSo = {
  readonly gateway: GatewayClient;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  readonly roomId: string;
  readonly userId: string;
};

/** Makes the signs of one caller in one room. */
export function createSignsOfLife({ gateway, surroundings, signal, roomId, userId }: SayingSo): SignsOfLife {
  const room = `${clientApi}/rooms/${encodeURIComponent(roomId)}`;
  let isSaid = false;
  return {
    typing(isTyping) {
      if (isTyping === isSaid) return;
      isSaid = isTyping;
      const body = JSON.stringify(isTyping ? { typing: true, timeout: typingMs } : { typing: false });
      void gateway
        .request({ method: 'PUT', path: `${room}/typing/${encodeURIComponent(userId)}`, body })
        .catch(nothing);
      if (!isTyping) return;
      void surroundings.wait(typingRepeatMs, signal).then(() => {
        isSaid = false;
      });
    },
    read(eventId) {
      const path = `${room}/receipt/m.read/${encodeURIComponent(eventId)}`;
      void gateway.request({ method: 'POST', path, body: '{}' }).catch(nothing);
    },
  };
}

function nothing(): void {
  // The loops notice by themselves when the gateway is gone or the conversation over.
}
