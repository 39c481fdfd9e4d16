import { describe, expect, test } from '@jest/globals';
import type { CounsellorDuty } from '../../appservice/domain/duty.ts';
import { eventId } from '../support/parsed.ts';
import { conversation, counsellors, insert, insertIn, invitation, type OpenWorld } from './register-world.ts';

const { an, bo } = counsellors;

class PlannedFailure extends Error {}

const duty: CounsellorDuty = {
  counsellor: an,
  state: 'on',
  since: 10,
  idleSince: 11,
  pinnedMasterKey: 'key',
  unconfirmedMasterKey: null,
  offboardedAt: null,
};

/** Units of work: all or nothing, one after the other. */
export function unitOfWorkContract(world: OpenWorld): void {
  describe('a unit of work', () => {
    test('leaves nothing behind when it fails', async () => {
      const failing = world().unitOfWork.run(async (registers) => {
        await insertIn(registers, 1, conversation(1));
        await registers.duties.save(duty);
        await registers.actions.enqueue(invitation('invite', 'lane'));
        await registers.handledEvents.markHandled(eventId('$event'));
        throw new PlannedFailure();
      });
      await expect(failing).rejects.toBeInstanceOf(PlannedFailure);
      await world().unitOfWork.run(async (registers) => {
        expect(await registers.conversations.open()).toEqual([]);
        expect(await registers.duties.all()).toEqual([]);
        expect(await registers.handledEvents.markHandled(eventId('$event'))).toBe(true);
      });
      expect(await world().actionQueue.due(100)).toEqual([]);
    });

    test('gives one free slot to one of many that race for it (R11)', async () => {
      const press = (count: number) =>
        world().unitOfWork.run(async (registers) => {
          if ((await registers.conversations.open()).length > 0) return 'busy';
          await insertIn(registers, count, conversation(count));
          return 'started';
        });
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => press(index + 1)));
      expect(answers.filter((each) => each === 'started')).toHaveLength(1);
    });

    test('goes on after one that failed', async () => {
      const failing = world().unitOfWork.run(() => Promise.reject(new PlannedFailure()));
      const next = world().unitOfWork.run(() => Promise.resolve('done'));
      await expect(failing).rejects.toBeInstanceOf(PlannedFailure);
      expect(await next).toBe('done');
    });
  });
}

/** Duties, closures, desk rooms and handled events, inside units of work. */
export function smallRegistersContract(world: OpenWorld): void {
  describe('the small registers', () => {
    test('keep the duty list, one row for each counsellor', async () => {
      const changed: CounsellorDuty = { ...duty, state: 'paused', since: 20, unconfirmedMasterKey: 'new' };
      await world().unitOfWork.run(async ({ duties }) => {
        await duties.save(duty);
        await duties.save(changed);
      });
      await world().unitOfWork.run(async ({ duties }) => {
        expect(await duties.find(an)).toEqual(changed);
        expect(await duties.find(bo)).toBeUndefined();
        expect(await duties.all()).toEqual([changed]);
      });
    });

    test('know the newest closure until it is lifted (R12)', async () => {
      const { unitOfWork } = world();
      const latest = () => unitOfWork.run(({ closures }) => closures.latest());
      expect(await latest()).toBeUndefined();
      await unitOfWork.run(async ({ closures }) => {
        await closures.add({ from: 1, until: null, by: an, reason: 'storm' });
        await closures.add({ from: 2, until: 50, by: an, reason: 'stroom' });
      });
      expect(await latest()).toEqual({ from: 2, until: 50 });
      await unitOfWork.run(({ closures }) => closures.lift(3));
      expect(await latest()).toBeUndefined();
    });

    test('only looks in a read, which writes nothing', async () => {
      const { unitOfWork } = world();
      const writing = unitOfWork.read(({ handledEvents }) => handledEvents.markHandled(eventId('$read')));
      await expect(writing).rejects.toThrow();
      const seen = await unitOfWork.read(({ conversations }) => conversations.open());
      expect(seen).toEqual([]);
    });

    test('mark an event as handled once, however often it is delivered', async () => {
      const mark = () =>
        world().unitOfWork.run(({ handledEvents }) => handledEvents.markHandled(eventId('$one')));
      const isHandled = () =>
        world().unitOfWork.run(({ handledEvents }) => handledEvents.isHandled(eventId('$one')));
      expect([await isHandled(), await mark(), await mark(), await isHandled()]).toEqual([
        false,
        true,
        false,
        true,
      ]);
    });

    test('let an encrypted message be read in the event that brought it first, and in no other', async () => {
      const claim = (event: string) =>
        world().unitOfWork.run(({ handledEvents }) => handledEvents.claimMessage('message', eventId(event)));
      expect([await claim('$first'), await claim('$replay'), await claim('$first')]).toEqual([
        true,
        false,
        true,
      ]);
    });

    test('know which start requests were left, until they are forgotten (S3)', async () => {
      const { unitOfWork } = world();
      await unitOfWork.run(async ({ leftRequests }) => {
        await leftRequests.add('old', 10);
        await leftRequests.add('old', 30);
        await leftRequests.add('new', 20);
        await leftRequests.forgetBefore(20);
      });
      await unitOfWork.run(async ({ leftRequests }) => {
        expect(await leftRequests.has('old')).toBe(false);
        expect(await leftRequests.has('new')).toBe(true);
        expect(await leftRequests.has('never')).toBe(false);
      });
    });

    test('let a conversation be found with its actions in one unit of work', async () => {
      const made = await insert(world(), 1);
      await world().unitOfWork.run(({ actions }) =>
        actions.enqueue(invitation('of-conversation', 'lane', made.conversationId)),
      );
      const [due] = await world().actionQueue.due(1);
      expect(due?.conversationId).toBe(made.conversationId);
    });
  });
}
