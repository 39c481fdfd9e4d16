import { describe, expect, test } from '@jest/globals';
import type { QueuedAction } from '../../appservice/ports/actions.ts';
import { eventId, roomId } from '../support/parsed.ts';
import { counsellors, insert, invitation, type OpenWorld } from './register-world.ts';

const sent = { roomId: roomId('!desk'), eventId: eventId('$card') };

/** The queue of actions, from both sides. */
export function actionsContract(world: OpenWorld): void {
  const enqueue = (...actions: readonly QueuedAction[]) =>
    world().unitOfWork.run(async (registers) => {
      for (const action of actions) await registers.actions.enqueue(action);
    });
  const dueKeys = async (now = 0) => (await world().actionQueue.due(now)).map((each) => each.key);

  describe('the queue of actions', () => {
    test('gives back an action as it was recorded', async () => {
      const made = await insert(world(), 1);
      const card: QueuedAction = {
        key: 'card',
        lane: 'desk',
        conversationId: made.conversationId,
        action: {
          kind: 'desk-send',
          to: { own: counsellors.an },
          message: {
            kind: 'card',
            caseNumber: made.caseNumber,
            province: null,
            isOtherProvince: false,
            waitingSince: 5,
            state: { name: 'open' },
          },
          mention: counsellors.an,
          hasHand: true,
        },
      };
      await enqueue(card);
      expect(await world().actionQueue.due(0)).toEqual([expect.objectContaining({ ...card, attempts: 0 })]);
    });

    test('keeps text that a database might choke on', async () => {
      const message = { kind: 'identity-to-confirm', who: 'a\0b\ud800', codes: [] } as const;
      const action = {
        kind: 'desk-send',
        to: { own: counsellors.an },
        message,
        mention: null,
        hasHand: false,
      } as const;
      await enqueue({ key: 'odd', lane: 'desk', conversationId: null, action });
      const [due] = await world().actionQueue.due(0);
      expect(due?.action).toEqual(action);
    });

    test('records an action of one key once', async () => {
      await enqueue(invitation('same', 'one'));
      await enqueue(invitation('same', 'two'));
      await world().actionQueue.succeed('same', null);
      await enqueue(invitation('same', 'one'));
      expect(await dueKeys()).toEqual([]);
    });

    test('lets each lane wait for its first, and no lane for another', async () => {
      await enqueue(
        invitation('a1', 'a'),
        invitation('a2', 'a'),
        invitation('b1', 'b'),
        invitation('b2', 'b'),
      );
      expect(await dueKeys()).toEqual(['a1', 'b1']);
      await world().actionQueue.succeed('a1', null);
      expect(await dueKeys()).toEqual(['a2', 'b1']);
    });

    test('holds a lane back while its first action pauses, and counts its attempts', async () => {
      await enqueue(invitation('a1', 'a'), invitation('a2', 'a'));
      await world().actionQueue.fail('a1', { code: 'away', retryAt: 500, mayBeDone: false });
      expect(await dueKeys(499)).toEqual([]);
      const [due] = await world().actionQueue.due(500);
      expect(due).toMatchObject({ key: 'a1', attempts: 1 });
    });

    test('goes on with the lane when an action is given up', async () => {
      await enqueue(invitation('a1', 'a'), invitation('a2', 'a'));
      await world().actionQueue.fail('a1', { code: 'refused', retryAt: null, mayBeDone: false });
      expect(await dueKeys()).toEqual(['a2']);
    });

    test('lets an edit take the place of those of the same message that wait, and of nothing else', async () => {
      const edit = (key: string, of: string): QueuedAction => {
        const message = { kind: 'identity-confirmed', who: key } as const;
        return { key, lane: key, conversationId: null, action: { kind: 'desk-edit', of, message } };
      };
      await enqueue(invitation('card', 'a'), edit('away', 'card'), edit('other', 'another card'));
      await enqueue(edit('back', 'card'), edit('away', 'card'));
      expect(await dueKeys()).toEqual(['card', 'other', 'back']);
    });

    test('knows which event an action sent, and whose event it is', async () => {
      const made = await insert(world(), 1);
      await enqueue(invitation('card', 'a', made.conversationId));
      const read = () =>
        world().unitOfWork.run(async ({ actions }) => [
          await actions.sentBy('card'),
          await actions.keyOf(sent),
        ]);
      expect(await read()).toEqual([undefined, undefined]);
      await world().actionQueue.succeed('card', sent);
      expect(await read()).toEqual([sent, { key: 'card', conversationId: made.conversationId }]);
    });

    test('knows what it sent at another place once that was moved', async () => {
      await enqueue(invitation('card', 'a'));
      await world().actionQueue.succeed('card', sent);
      const moved = { roomId: roomId('!new'), eventId: eventId('$new') };
      await world().unitOfWork.run(async ({ actions }) => {
        await actions.moveTo('card', moved);
        expect(await actions.sentBy('card')).toEqual(moved);
        expect(await actions.keyOf(sent)).toBeUndefined();
        expect((await actions.keyOf(moved))?.key).toBe('card');
      });
    });

    test('hastens what waits for its next attempt, and nothing that is done or given up', async () => {
      for (const name of ['a', 'b', 'c']) await enqueue(invitation(name, name));
      await world().actionQueue.fail('a', { code: 'away', retryAt: 500, mayBeDone: false });
      await world().actionQueue.fail('b', { code: 'refused', retryAt: null, mayBeDone: false });
      await world().actionQueue.succeed('c', null);
      expect(await world().actionQueue.due(200)).toEqual([]);
      await world().unitOfWork.run(({ actions }) => actions.hasten(200));
      expect((await world().actionQueue.due(200)).map(({ key }) => key)).toEqual(['a']);
    });

    test('knows what was ever recorded, whether it was carried out or not', async () => {
      await enqueue(invitation('one', 'a'));
      const read = () =>
        world().unitOfWork.run(async ({ actions }) => [
          await actions.isRecorded('one'),
          await actions.isRecorded('two'),
        ]);
      expect(await read()).toEqual([true, false]);
      await world().actionQueue.succeed('one', null);
      expect(await read()).toEqual([true, false]);
    });

    test('remembers that an action was begun, until it failed in a way that did nothing', async () => {
      await enqueue(invitation('card', 'a'));
      const hasBegun = () => world().unitOfWork.run(({ actions }) => actions.hasBegun('card'));
      expect(await hasBegun()).toBe(false);
      await world().unitOfWork.run(({ actions }) => actions.begin('card'));
      await world().actionQueue.fail('card', { code: 'timeout', retryAt: 500, mayBeDone: true });
      expect(await hasBegun()).toBe(true);
      await world().actionQueue.fail('card', { code: 'refused', retryAt: 500, mayBeDone: false });
      expect(await hasBegun()).toBe(false);
    });

    test("knows nothing of events that are not the desk's", async () => {
      await enqueue(invitation('card', 'a'));
      await world().actionQueue.succeed('card', sent);
      await world().unitOfWork.run(async ({ actions }) => {
        expect(await actions.keyOf({ ...sent, roomId: roomId('!other') })).toBeUndefined();
        expect(await actions.keyOf({ ...sent, eventId: eventId('$other') })).toBeUndefined();
        expect(await actions.sentBy('never recorded')).toBeUndefined();
      });
    });
  });
}
