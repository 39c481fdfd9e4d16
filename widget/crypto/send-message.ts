import { type OlmMachine, RoomId } from '@matrix-org/matrix-sdk-crypto-wasm';
import { automaticMark } from './automatic-mark.ts';
import type { Gate, GateState } from './gate.ts';
import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import { objectAt, parseJson, textField } from './json-fields.ts';
import type { WaitingMessage } from './waiting-message.ts';

/** What became of one try. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly eventId: string }
  /** The homeserver will never take this one. */
  | { readonly kind: 'refused' }
  /** The session changed under our hands and nobody has the new key: kept, nothing went out. */
  | { readonly kind: 'kept' };

/** What sending needs. */
export type Sending = {
  readonly machine: OlmMachine;
  readonly gateway: GatewayClient;
  readonly gate: Gate;
  readonly roomId: string;
};

/**
 * Encrypts one message and sends it through an open gate. The transaction id is made of the message's own id, so that
 * a repeat after a lost answer is the same event and not a second one. Throws `GatewayError`.
 */
export async function sendMessage(
  { machine, gateway, gate, roomId }: Sending,
  open: Extract<GateState, { state: 'open' }>,
  { id, body, isAutomatic }: WaitingMessage,
): Promise<SendOutcome> {
  const clear = JSON.stringify(textContent(body, isAutomatic === true));
  const encrypted = await machine.encryptRoomEvent(new RoomId(roomId), 'm.room.message', clear);
  const sessionId = textField(objectAt(parseJson(encrypted)), 'session_id');
  if (sessionId === undefined || !(await gate.confirm(sessionId, open.devices))) return { kind: 'kept' };
  const room = `${clientApi}/rooms/${encodeURIComponent(roomId)}`;
  const path = `${room}/send/m.room.encrypted/${transactionIdOf(id)}`;
  try {
    const answer = await gateway.request({ method: 'PUT', path, body: encrypted });
    return { kind: 'sent', eventId: textField(objectAt(parseJson(answer)), 'event_id') ?? '' };
  } catch (error) {
    if (
      error instanceof GatewayError &&
      (error.status === 400 || error.status === 413) &&
      error.code === 'refused'
    )
      return { kind: 'refused' };
    throw error;
  }
}

function textContent(body: string, isAutomatic: boolean): Readonly<Record<string, unknown>> {
  return { msgtype: 'm.text', body, ...(isAutomatic ? { [automaticMark]: true } : {}) };
}

/** The caller's own words in one of their decrypted events; undefined for what is not theirs or no text. */
export function ownWordsOf(decryptedJson: string): string | undefined {
  const content = objectAt(parseJson(decryptedJson), 'content');
  return content[automaticMark] === true ? undefined : textField(content, 'body');
}

/** The id in the few characters that the gateway takes in a transaction id, the others by their code. */
function transactionIdOf(id: string): string {
  return `m${id.replaceAll(/[^A-Za-z0-9_-]/g, (each) => `.${each.charCodeAt(0).toString(16)}`)}`;
}
