import { expect, test } from '@jest/globals';
import type { MatrixClient } from 'matrix-js-sdk';
import { EventEmitter } from 'node:events';
import type { CounsellorEvent } from '../../../scripts/counsellor/events.ts';
import { listen } from '../../../scripts/counsellor/listen.ts';

const self = '@lotte:localhost';

/** As much of the library's client as is listened to, and what was asked of it. */
class StandInClient extends EventEmitter {
  readonly decrypted: unknown[] = [];
  getUserId = (): string => self;
  getSafeUserId = (): string => self;
  decryptEventIfNeeded = (event: unknown): Promise<void> => {
    this.decrypted.push(event);
    return Promise.resolve();
  };
}

/** A room known by its id until its state is told. */
class StandInRoom extends EventEmitter {
  readonly roomId = '!raZBx';
  name = this.roomId;
  readonly currentState = { getStateEvents: () => null };
  getMember = (): object => ({
    events: { member: { getSender: () => '@1712:localhost', getContent: () => ({}) } },
  });
}

function listening(): { readonly client: StandInClient; readonly heard: CounsellorEvent[] } {
  const client = new StandInClient();
  const heard: CounsellorEvent[] = [];
  // The library's class has a hundred members more that `listen` does not touch.
  listen(client as unknown as MatrixClient, (event) => {
    heard.push(event);
  });
  return { client, heard };
}

test('every encrypted text of a batch is decrypted, not the last one only', () => {
  const { client } = listening();
  const texts = [{ isEncrypted: () => true }, { isEncrypted: () => true }];
  for (const text of texts) client.emit('Room.timeline', text, undefined);
  expect(client.decrypted).toEqual(texts);
});

test('an invitation is told once the room has its name', () => {
  const { client, heard } = listening();
  const room = new StandInRoom();
  client.emit('Room.myMembership', room, 'invite');
  expect(heard).toEqual([]);
  room.name = 'Gesprek 6312';
  room.emit('Room.name', room);
  expect(heard).toEqual([
    { kind: 'invitation', roomId: '!raZBx', name: 'Gesprek 6312', inviter: '@1712:localhost' },
  ]);
});
