import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import express from 'express';
import { createAddressReader } from '../../appservice/adapters/http/caller-address.ts';
import { createConversationWakes } from '../../appservice/adapters/http/conversation-wakes.ts';
import { gateway } from '../../appservice/adapters/http/gateway/gateway.ts';
import { createHomeserverLink } from '../../appservice/adapters/http/gateway/homeserver-link.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { createLimiters } from '../../appservice/adapters/http/limits.ts';
import { dataHeaders } from '../../appservice/adapters/http/security-headers.ts';
import { conversationRoom } from '../../appservice/adapters/matrix/room-settings.ts';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import type { CaseNumber, ConversationId, DeviceId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { World } from '../support/world.ts';

/** A conversation room on the real homeserver with the real gateway before it, as the service makes them. */
export interface ConversationPlace {
  readonly started: StartedConversation;
  readonly gatewayOrigin: string;
  /** The host invites, and the gateway lets the caller ask for this person's keys. */
  assign(counsellor: string): Promise<void>;
  /** The gateway lets the caller share with this colleague and invite them; nobody with null. */
  letIn(colleague: string | null): void;
  /** The colleague is there: the gateway lets the caller ask for their keys beside the counsellor's. */
  seat(colleague: string): void;
  /** The conversation is this one's now. */
  passTo(colleague: string): void;
  remove(userId: string): Promise<void>;
  /** The public master key that the homeserver shows of somebody. */
  masterKeyOf(userId: string): Promise<string>;
  close(): Promise<void>;
}

const plenty = 100_000;

/** Of the form that the service gives out. */
const bearer = 'b'.repeat(43);

/** Registers a caller, makes the room, opens the gateway. */
export async function openConversationPlace(world: World, caller: string): Promise<ConversationPlace> {
  const { serverName } = world;
  const hostUserId = `@1712:${serverName}`;
  const callerId = `@1712_caller_${caller}:${serverName}`;
  const host = hostOf(world);
  await host('POST', 'register', {
    type: 'm.login.application_service',
    username: '1712',
    inhibit_login: true,
  }).catch(() => undefined);
  await host('POST', 'register', {
    type: 'm.login.application_service',
    username: `1712_caller_${caller}`,
    inhibit_login: true,
  });
  await host('PUT', `devices/BROWSER?user_id=${encodeURIComponent(callerId)}`, {});
  const room = conversationRoom(callerId as UserId, '6601' as unknown as CaseNumber);
  const { room_id: roomId } = z.object({ room_id: z.string() }).parse(await host('POST', 'createRoom', room));
  const roomPath = `rooms/${encodeURIComponent(roomId)}`;
  await host('POST', `${roomPath}/join?user_id=${encodeURIComponent(callerId)}`, {});
  const session = {
    conversationId: 'c' as ConversationId,
    caller: callerId as UserId,
    device: 'BROWSER' as DeviceId,
    roomId: roomId as RoomId,
    counsellor: null as UserId | null,
    readers: [] as readonly UserId[],
    invitee: null as UserId | null,
  };
  const opened = await openGateway(world, session);
  return {
    started: { bearer, userId: callerId, deviceId: 'BROWSER', roomId, hostUserId, storeKey: bearer },
    gatewayOrigin: opened.origin,
    async assign(counsellor) {
      session.counsellor = counsellor as UserId;
      await host('POST', `${roomPath}/invite`, { user_id: counsellor });
    },
    letIn(colleague) {
      session.invitee = colleague as UserId | null;
    },
    seat(colleague) {
      session.invitee = null;
      session.readers = [colleague as UserId];
    },
    passTo(colleague) {
      session.counsellor = colleague as UserId;
      session.readers = [];
    },
    async remove(userId) {
      await host('POST', `${roomPath}/kick`, { user_id: userId });
    },
    async masterKeyOf(userId) {
      const answer = await host('POST', `keys/query?user_id=${encodeURIComponent(hostUserId)}`, {
        device_keys: { [userId]: [] },
      });
      const shape = z.object({
        master_keys: z.record(z.string(), z.object({ keys: z.record(z.string(), z.string()) })),
      });
      return Object.values(shape.parse(answer).master_keys[userId]?.keys ?? {})[0] ?? '';
    },
    close: opened.close,
  };
}

type Session = {
  readonly conversationId: ConversationId;
  readonly caller: UserId;
  readonly device: DeviceId;
  readonly roomId: RoomId;
  counsellor: UserId | null;
  readers: readonly UserId[];
  invitee: UserId | null;
};

async function openGateway(
  world: World,
  session: Session,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const link = createHomeserverLink({ url: world.homeserverUrl, asToken: world.asToken });
  let isClaimed = false;
  const sessions = {
    find: (hash: string) => Promise.resolve(hash === bearer ? session : undefined),
    claimCrossSigningUpload: () => {
      const isFirst = !isClaimed;
      isClaimed = true;
      return Promise.resolve(isFirst);
    },
  };
  const publicOrigin = 'http://localhost';
  const app = express().use(
    gateway({
      sessions,
      vault: { hash: (secret) => secret },
      link,
      wakes: createConversationWakes({ subscribe: () => () => undefined }),
      signsOfLife: { of: () => undefined },
      limiters: createLimiters(
        {
          startsPerMinutePerAddress: plenty,
          unreadyStartsPerAddress: plenty,
          statusPerMinutePerAddress: plenty,
          statusStreamsPerAddress: plenty,
          requestsPerMinutePerConversation: plenty,
          messagesPerMinutePerConversation: plenty,
          messageBurstPerConversation: plenty,
        },
        drivenClock(1_800_000_000_000),
      ),
      addressOf: createAddressReader([]),
      publicOrigin,
      headers: dataHeaders(publicOrigin),
      log: { log: () => undefined },
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      link.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function hostOf(world: World) {
  return async (method: string, path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${world.homeserverUrl}/_matrix/client/v3/${path}`, {
      method,
      headers: { authorization: `Bearer ${world.asToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}
