import { connectCounsellor, type Counsellor } from '../../counsellor/connect.ts';
import { isDesk, waitForOwnDeskRoom } from '../../counsellor/desk.ts';
import type { CounsellorEvent } from '../../counsellor/events.ts';
import type { SeededPerson } from '../../stack/people.ts';
import type { BenchStack } from '../bench-stack.ts';
import { createNewsBoard, type NewsBoard } from '../news-board.ts';

/** A counsellor of the bench with Element's own SDK, on duty at the own desk, who does only what the bench says. */
export type DeskPerson = {
  readonly name: string;
  readonly self: Counsellor;
  readonly desk: string;
  readonly board: NewsBoard<CounsellorEvent>;
};

/** Logs somebody in, enters their desk rooms, and puts them on duty. */
export async function startDeskPerson(stack: BenchStack, person: SeededPerson): Promise<DeskPerson> {
  const { name, userId, password } = person;
  const board = createNewsBoard<CounsellorEvent>();
  const self = await connectCounsellor({
    homeserver: stack.homeserverUrl,
    userId,
    password,
    isCrossSigned: true,
    recoveryKey: null,
    onEvent: (event) => {
      board.add(event);
    },
  });
  for (const room of self.client.getRooms()) {
    if (room.getMyMembership() === 'invite') await self.join(room.roomId);
  }
  const desk = await waitForOwnDeskRoom(self.client);
  await self.say(desk, '!aan');
  await board.waitFor('words', ({ body }) => body.startsWith('Je staat aan'));
  return { name, self, desk, board };
}

/** Presses a sign under the desk's first words like these. */
export async function pressUnder({ self, board }: DeskPerson, words: RegExp, sign: string): Promise<void> {
  const { roomId, eventId } = await board.waitFor('words', ({ body }) => words.test(body));
  await self.react(roomId, eventId, sign);
}

/** Waits until somebody who is not the desk invites them to a room, and tells which. */
export async function invitedTo({ board }: DeskPerson): Promise<string> {
  return (await board.waitFor('invitation', ({ inviter }) => !isDesk(inviter))).roomId;
}
