import { describe, expect, test } from '@jest/globals';
import { blockMs, type Block } from '../../appservice/domain/blocking.ts';
import type { Conversation } from '../../appservice/domain/conversation.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

const mark = { keyId: '2026-11-0123456789abcdef', fingerprint: 'fingerprint' };

function blockOf({ conversationId, caseNumber }: Conversation, change: Partial<Block> = {}): Block {
  return {
    conversationId,
    caseNumber,
    by: counsellors.an,
    teamId: null,
    from: 1_000,
    until: 1_000 + blockMs,
    tokenHashes: ['one', 'two'],
    line: { standing: 'asked', mark },
    ...change,
  };
}

/** What every list of blocks does. */
export function blocksContract(world: OpenWorld): void {
  describe('the list of blocks', () => {
    test('keeps blocks as they were made, oldest first', async () => {
      const older = blockOf(await insert(world(), 1), { from: 10, line: null, tokenHashes: [] });
      const newer = blockOf(await insert(world(), 2));
      await world().unitOfWork.run(async ({ blocks }) => {
        await blocks.add(newer);
        await blocks.add(older);
      });
      expect(await world().unitOfWork.read(({ blocks }) => blocks.all())).toEqual([older, newer]);
    });

    test('takes one for each conversation', async () => {
      const block = blockOf(await insert(world(), 1));
      await world().unitOfWork.run(({ blocks }) => blocks.add(block));
      const again = world().unitOfWork.run(({ blocks }) => blocks.add({ ...block, by: counsellors.bo }));
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
    });

    test('changes what becomes of one line only', async () => {
      const first = blockOf(await insert(world(), 1));
      const second = blockOf(await insert(world(), 2), { from: 1_001 });
      const found = await world().unitOfWork.run(async ({ blocks }) => {
        await blocks.add(first);
        await blocks.add(second);
        await blocks.setLine(first.conversationId, { standing: 'blocked', mark });
        await blocks.setLine(second.conversationId, null);
        return await blocks.all();
      });
      expect(found.map(({ line }) => line)).toEqual([{ standing: 'blocked', mark }, null]);
    });

    test('forgets one that is removed', async () => {
      const first = blockOf(await insert(world(), 1));
      const second = blockOf(await insert(world(), 2));
      const found = await world().unitOfWork.run(async ({ blocks }) => {
        await blocks.add(first);
        await blocks.add(second);
        await blocks.remove(first.conversationId);
        return await blocks.all();
      });
      expect(found).toEqual([second]);
    });
  });
}

/** What every register of alarms does. */
export function alarmsContract(world: OpenWorld): void {
  test('an alarm is on from its first notice until it is cleared', async () => {
    const seen = await world().unitOfWork.run(async ({ alarms }) => {
      const before = await alarms.since('blocks-unreadable');
      await alarms.raise('blocks-unreadable', 10);
      await alarms.raise('blocks-unreadable', 20);
      const during = await alarms.since('blocks-unreadable');
      await alarms.clear('blocks-unreadable');
      return [before, during, await alarms.since('blocks-unreadable')];
    });
    expect(seen).toEqual([undefined, 10, undefined]);
  });
}
