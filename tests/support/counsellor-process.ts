/**
 * A counsellor in a process of its own, driven by lines of JSON: `matrix-js-sdk`, the SDK that Element is built on, not our
 * own crypto code. Rust crypto stays out of Jest's VM this way.
 */
import { Direction } from 'matrix-js-sdk';
import { createInterface } from 'node:readline';
import { connectCounsellor, type Counsellor } from '../../scripts/counsellor/connect.ts';
import { isDeskRoom, ownDeskRoom } from '../../scripts/counsellor/desk.ts';

type Request = { readonly id: number; readonly call: string; readonly args: readonly string[] };

/** What Element says (milliseconds): long enough that typing ends where a test ends it, and not before it was seen. */
const typingMs = 30_000;

const [homeserver = '', userId = '', password = '', recoveryKey = '', signing = ''] = process.argv.slice(2);
const write = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const counsellor = await connectCounsellor({
  homeserver,
  userId,
  password,
  isCrossSigned: signing !== 'unsigned',
  recoveryKey: recoveryKey === '' ? null : recoveryKey,
  onEvent: (event) => {
    write({ event });
  },
});
write({ answer: 0, value: { recoveryKey: counsellor.recoveryKey } });

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const request = JSON.parse(line) as Request;
    void carryOut(counsellor, request).then(
      (value) => {
        write({ answer: request.id, value: value ?? null });
      },
      (error: unknown) => {
        write({ answer: request.id, failure: String(error) });
      },
    );
  })
  .on('close', () => {
    process.exit(0);
  });

async function carryOut(self: Counsellor, { call, args }: Request): Promise<unknown> {
  const [first = '', second = '', third = ''] = args;
  switch (call) {
    case 'say':
      return self.say(first, second);
    case 'react':
      return self.react(first, second, third);
    case 'join':
      return self.join(first);
    case 'invite':
      return self.invite(first, second);
    case 'leave':
      return self.leave(first);
    case 'resetIdentity':
      return self.resetIdentity();
    case 'ownDeskRoom':
      return ownDeskRoom(self.client) ?? null;
    case 'deskInvitations':
      return self.client
        .getRooms()
        .filter((room) => room.getMyMembership() === 'invite' && isDeskRoom(room))
        .map((room) => room.roomId);
    case 'typing':
      return self.client.sendTyping(first, second === 'true', typingMs);
    case 'read':
      return self.markRead(first, second);
    case 'edit':
      return self.client.sendMessage(first, {
        msgtype: 'm.text',
        body: `* ${third}`,
        'm.new_content': { msgtype: 'm.text', body: third },
        'm.relates_to': { rel_type: 'm.replace', event_id: second },
      } as never);
    case 'redact':
      return self.client.redactEvent(first, second);
    case 'sendContent':
      return self.client.sendMessage(first, JSON.parse(second) as never);
    case 'invite':
      return self.client.invite(first, second);
    case 'history':
      return historyOf(self, first);
    case 'power':
      return powerIn(self, first);
    case 'stop':
      return self.stop();
    default:
      throw new Error(`no such call: ${call}`);
  }
}

/** What a room's past says, oldest first, asked of the homeserver anew; null for what has no key here. */
async function historyOf({ client }: Counsellor, roomId: string): Promise<readonly (string | null)[]> {
  const { chunk } = await client.createMessagesRequest(roomId, null, 100, Direction.Backward);
  const encrypted = chunk.filter(({ type }) => type === 'm.room.encrypted').reverse();
  const events = encrypted.map((event) =>
    client.getEventMapper({ preventReEmit: true, decrypt: false })(event),
  );
  return await Promise.all(
    events.map(async (event) => {
      await client.decryptEventIfNeeded(event);
      const body: unknown = event.getContent()['body'];
      return event.isDecryptionFailure() || typeof body !== 'string' ? null : body;
    }),
  );
}

/** How much somebody may do in a room now (Matrix specification, power levels), asked of the homeserver anew. */
async function powerIn({ client }: Counsellor, roomId: string): Promise<number> {
  const levels = await client.getStateEvent(roomId, 'm.room.power_levels', '');
  return (levels['users'] as Record<string, number>)[client.getSafeUserId()] ?? 0;
}
