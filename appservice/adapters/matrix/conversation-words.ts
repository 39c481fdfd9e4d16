import { z } from 'zod';
import { parseUserId } from '../../domain/ids.ts';
import type { ConversationWords } from '../../ports/homeserver.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { transactionIdOf } from './transaction-id.ts';

const eventSchema = z.object({ sender: z.string() });

/** The host looks whose an event of a conversation's room is, and takes it back. */
export function conversationWords(requests: HomeserverRequests): ConversationWords {
  return {
    writerOf: async ({ roomId, eventId }) => {
      const place = path`/_matrix/client/v3/rooms/${roomId}/event/${eventId}`;
      try {
        return parseUserId((await ask(requests, { method: 'GET', path: place }, eventSchema)).sender);
      } catch (error) {
        if (isHomeserverError(error, 'M_NOT_FOUND', 'M_FORBIDDEN')) return undefined;
        throw error;
      }
    },
    takeBack: async ({ of, key }) => {
      const { roomId, eventId } = of;
      const place = path`/_matrix/client/v3/rooms/${roomId}/redact/${eventId}/${transactionIdOf(key)}`;
      await requests.send({ method: 'PUT', path: place, body: {} });
    },
  };
}
