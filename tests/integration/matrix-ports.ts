import { z } from 'zod';
import type { EventPlace } from '../../appservice/domain/conversation.ts';
import type { RoomId } from '../../appservice/domain/ids.ts';
import type { DeskReader, DeskReading, DeskRoomMaker, DeskSender } from '../../appservice/ports/desk.ts';
import type { HomeserverPorts } from '../ports/homeserver-world.ts';
import { eventId, roomId, userId } from '../support/parsed.ts';
import type { MatrixService } from './matrix-service.ts';

/** The ports of the homeserver and of the desk, each on the real adapter in the service's process. */
export type MatrixPorts = HomeserverPorts & {
  readonly sender: DeskSender;
  readonly reader: DeskReader;
  readonly maker: DeskRoomMaker;
};

type Call = MatrixService['call'];

/** Asks whatever process runs at that moment. */
export function matrixPorts(service: () => MatrixService): MatrixPorts {
  const call: Call = (...asked) => service().call(...asked);
  return { ...homeserverPorts(call), ...deskPorts(call) };
}

const identitySchema = z.object({
  masterKey: z.string().nullable(),
  signedDevices: z.number(),
  sessionKeys: z.array(z.string()),
});

function homeserverPorts(call: Call): Omit<MatrixPorts, 'sender' | 'reader' | 'maker'> {
  return {
    registrar: {
      register: (...given) => done(call('registrar', 'register', ...given)),
      removeDevice: (...given) => done(call('registrar', 'removeDevice', ...given)),
    },
    rooms: { createRoom: (...given) => roomIn(call('creator', 'createRoom', ...given)) },
    inviter: { invite: (...given) => done(call('inviter', 'invite', ...given)) },
    levels: {
      putBackConversation: (...given) => done(call('levels', 'putBackConversation', ...given)),
      putBackDesk: (...given) => done(call('levels', 'putBackDesk', ...given)),
    },
    words: {
      writerOf: async (...given) => {
        const writer = z
          .string()
          .nullish()
          .parse(await call('words', 'writerOf', ...given));
        return writer == null ? undefined : userId(writer);
      },
      takeBack: (...given) => done(call('words', 'takeBack', ...given)),
    },
    inviting: {
      prepareReturn: (...given) => done(call('inviting', 'prepareReturn', ...given)),
      allowInviting: (...given) => done(call('inviting', 'allowInviting', ...given)),
      forbidInviting: (...given) => done(call('inviting', 'forbidInviting', ...given)),
    },
    remover: {
      remove: (...given) => done(call('remover', 'remove', ...given)),
      removeAll: (...given) => done(call('remover', 'removeAll', ...given)),
    },
    health: { isAnswering: async () => z.boolean().parse(await call('health', 'isAnswering')) },
    presence: {
      unseenForMs: async (...given) => {
        const unseenMs = z
          .number()
          .nullish()
          .parse(await call('presence', 'unseenForMs', ...given));
        return unseenMs === null ? Number.POSITIVE_INFINITY : unseenMs; // JSON has no other way to say it
      },
    },
    purger: { purge: async (...given) => z.boolean().parse(await call('purger', 'purge', ...given)) },
    accounts: { close: async (...given) => z.boolean().parse(await call('accounts', 'close', ...given)) },
    identities: {
      look: async (...given) => identitySchema.parse(await call('identities', 'look', ...given)),
    },
  };
}

const placeSchema = z.object({ roomId: z.string(), eventId: z.string() });

const readingSchema: z.ZodType<DeskReading> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string(), messageKey: z.string() }),
  z.object({
    kind: z.literal('edit'),
    of: z.string().transform((of) => eventId(of)),
    newBody: z.string(),
  }),
  z.object({ kind: z.enum(['unreadable', 'not-encrypted', 'nothing']) }),
]);

function deskPorts(call: Call): Pick<MatrixPorts, 'sender' | 'reader' | 'maker'> {
  return {
    sender: {
      send: (message) => placeIn(call('sender', 'send', message)),
      raiseHand: (hand) => done(call('sender', 'raiseHand', hand)),
      putSigns: (signs) => done(call('sender', 'putSigns', signs)),
      clear: (message) => done(call('sender', 'clear', message)),
      edit: (edit) => done(call('sender', 'edit', edit)),
      redact: (redaction) => done(call('sender', 'redact', redaction)),
    },
    reader: { read: async (event) => readingSchema.parse(await call('reader', 'read', event)) },
    maker: {
      makeOwn: (...given) => roomIn(call('maker', 'makeOwn', ...given)),
      makeTeam: (...given) => roomIn(call('maker', 'makeTeam', ...given)),
      makeSpace: (...given) => roomIn(call('maker', 'makeSpace', ...given)),
      peopleIn: async (...given) => {
        const people = z
          .array(z.string())
          .nullish()
          .parse(await call('maker', 'peopleIn', ...given));
        return people?.map((person) => userId(person));
      },
      ensureChildren: (...given) => done(call('maker', 'ensureChildren', ...given)),
      ensureInvited: (...given) => done(call('maker', 'ensureInvited', ...given)),
    },
  };
}

async function done(answer: Promise<unknown>): Promise<void> {
  await answer;
}

async function roomIn(answer: Promise<unknown>): Promise<RoomId> {
  return roomId(z.string().parse(await answer));
}

async function placeIn(answer: Promise<unknown>): Promise<EventPlace> {
  const place = placeSchema.parse(await answer);
  return { roomId: roomId(place.roomId), eventId: eventId(place.eventId) };
}
