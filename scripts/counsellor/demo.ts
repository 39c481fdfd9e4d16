/**
 * `npm start -- --demo-counsellor`: a counsellor who goes on duty, takes and answers with a few lines in the caller's language,
 * each plainly marked as a demo (R1). It is a program of its own, as Element would be: `matrix-js-sdk`, its own keys.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../stack/checkout.ts';
import { keepRecoveryKey, pickUser, readRecoveryKey, readRun } from './account.ts';
import { connectCounsellor, type Counsellor } from './connect.ts';
import { createDemoConversations } from './demo-conversations.ts';
import { isDesk, waitForOwnDeskRoom } from './desk.ts';
import type { CounsellorEvent } from './events.ts';

const { values } = parseArgs({
  options: {
    run: { type: 'string', default: join(checkout, '.data/run.json') },
    user: { type: 'string' },
    'intake-ms': { type: 'string', default: '2000' },
  },
});

const run = readRun(values.run);
const user = run === undefined ? undefined : pickUser(run, values.user);
if (run === undefined || user === undefined) {
  process.stderr.write('Nothing runs here that a demo counsellor could log in to: begin with npm start.\n');
  process.exit(1);
}

const waiting: CounsellorEvent[] = [];
let deliver = (event: CounsellorEvent): void => void waiting.push(event);

const counsellor = await connectCounsellor({
  homeserver: run.homeserver,
  userId: user.userId,
  password: user.password,
  isCrossSigned: true,
  recoveryKey: readRecoveryKey(run, user),
  onEvent: (event) => {
    deliver(event);
  },
});
const conversations = createDemoConversations(counsellor, Number(values['intake-ms']));
deliver = (event) => void react(counsellor, event);
if (counsellor.recoveryKey !== null) keepRecoveryKey(run, user, counsellor.recoveryKey);
for (const room of counsellor.client.getRooms()) {
  if (room.getMyMembership() === 'invite') await counsellor.join(room.roomId);
}
for (const event of waiting) await react(counsellor, event);
const ownDesk = await waitForOwnDeskRoom(counsellor.client);
await counsellor.say(ownDesk, '!aan');
process.stdout.write(`The demo counsellor is on duty as ${user.userId}.\n`);

const stop = (): void => {
  void counsellor.stop().finally(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

async function react(self: Counsellor, event: CounsellorEvent): Promise<void> {
  switch (event.kind) {
    case 'invitation':
      await self.join(event.roomId);
      return;
    case 'entered':
      if (!event.isDesk) conversations.enter(event.roomId);
      return;
    case 'removed':
      conversations.leave(event.roomId);
      return;
    case 'words':
      if (!isDesk(event.sender)) conversations.hear(event);
      else if (event.isMention && event.edits === null) await self.react(event.roomId, event.eventId, '✋');
      return;
    case 'ready':
    case 'unreadable':
    case 'reaction':
    case 'typing':
      return;
  }
}
