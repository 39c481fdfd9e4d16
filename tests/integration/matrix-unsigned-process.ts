/** A counsellor whose device is not signed, as clients were before MSC4153: enters rooms, shows what it reads, and writes. */
import { createInterface } from 'node:readline';
import {
  ClientEvent,
  createClient,
  MatrixEventEvent,
  RoomEvent,
  RoomMemberEvent,
  type MatrixEvent,
} from 'matrix-js-sdk';
import { quietLogger } from '../../scripts/counsellor/quiet-logger.ts';

const [baseUrl = '', userId = '', password = ''] = process.argv.slice(2);
const login = await fetch(`${baseUrl}/_matrix/client/v3/login`, {
  method: 'POST',
  body: JSON.stringify({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: userId },
    password,
  }),
});
const session = (await login.json()) as { access_token: string; device_id: string };
const client = createClient({
  baseUrl,
  userId,
  accessToken: session.access_token,
  deviceId: session.device_id,
  logger: quietLogger,
});
await client.initRustCrypto({ useIndexedDB: false });

let roomId = '';
const show = (event: MatrixEvent): void => {
  if (event.getSender() === userId) return;
  const body: unknown = event.getContent()['body'];
  process.stdout.write(
    `${event.isDecryptionFailure() ? String(event.decryptionFailureReason) : String(body)}\n`,
  );
};
client.on(RoomEvent.Timeline, (event) => {
  if (event.getType() === 'm.room.encrypted') event.once(MatrixEventEvent.Decrypted, show);
  else if (event.getType() === 'm.room.message') show(event);
});
client.on(RoomMemberEvent.Membership, (_event, member) => {
  if (member.userId !== userId) return;
  if (member.membership === 'invite') void client.joinRoom(member.roomId);
  if (member.membership !== 'join') return;
  roomId = member.roomId;
  process.stdout.write('entered\n');
});
createInterface({ input: process.stdin })
  .on('line', (body) => {
    void client.sendTextMessage(roomId, body);
  })
  .on('close', () => {
    process.exit(0);
  });
client.once(ClientEvent.Sync, () => {
  process.stdout.write('started\n');
});
await client.startClient();
