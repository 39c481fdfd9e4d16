import { describe, expect, test } from '@jest/globals';
import { noCompany } from '../../appservice/domain/company.ts';
import type { Conversation, Phase } from '../../appservice/domain/conversation.ts';
import { conversationId, roomId, teamId } from '../support/parsed.ts';
import {
  bearerHash,
  conversation,
  counsellors,
  insert,
  insertIn,
  requestHash,
  type OpenWorld,
} from './register-world.ts';

const { an, bo } = counsellors;

const phases: readonly Phase[] = [
  { name: 'starting', since: 5 },
  {
    name: 'waiting',
    since: 5,
    ring: { counsellor: an, since: 6 },
    asked: [bo],
    teamCardSince: 60_005,
    callerToldAt: null,
  },
  { name: 'taken', counsellor: an, takenAt: 6, since: 7, asked: [] },
  { name: 'joined', counsellor: an, takenAt: 6, since: 8, nudgedAt: 9, asked: [bo] },
  { name: 'talking', counsellor: an, takenAt: 6, since: 9, asked: [] },
  { name: 'ended', by: 'exit', at: 10, wasAttended: true },
];

/** The register of conversations. */
export function conversationsContract(world: OpenWorld): void {
  describe('the register of conversations', () => {
    test('give back the sealed address and the wrapped key to it', async () => {
      const { conversationId } = await insert(world(), 1);
      const bytes = (text: string) => new TextEncoder().encode(text);
      await world().unitOfWork.read(async ({ conversations }) => {
        const sealed = await conversations.sealedAddress(conversationId);
        expect([...(sealed?.address ?? [])]).toEqual([...bytes('sealed')]);
        expect(sealed?.wrappedDataKey.length).toBeGreaterThan(32);
      });
    });

    test('finds what was inserted by id, number, room, bearer and request', async () => {
      const made = await insert(world(), 1);
      await world().unitOfWork.run(async ({ conversations }) => {
        expect(await conversations.find(made.conversationId)).toEqual(made);
        expect(await conversations.findByCaseNumber(made.caseNumber)).toEqual(made);
        expect(await conversations.findByRoom(roomId('!room1'))).toEqual(made);
        expect(await conversations.findByBearer(bearerHash(1))).toEqual(made);
        expect(await conversations.findByRequest(requestHash(1))).toEqual(made);
      });
    });

    test('finds nothing of what was never inserted', async () => {
      await world().unitOfWork.run(async ({ conversations }) => {
        expect(await conversations.find(conversationId(9))).toBeUndefined();
        expect(await conversations.findByRoom(roomId('!elsewhere'))).toBeUndefined();
        expect(await conversations.findByBearer('nothing')).toBeUndefined();
        expect(await conversations.findByRequest('nothing')).toBeUndefined();
      });
    });

    test.each(phases)('keeps every part of the phase $name', async (phase) => {
      const made = await insert(world(), 1, { roomId: null, province: null });
      const changed = { ...made, roomId: roomId('!new'), phase, unsecuredSince: 4, lastContactAt: 2_000_000 };
      await world().unitOfWork.run(({ conversations }) => conversations.save(changed));
      const found = await world().unitOfWork.run(({ conversations }) =>
        conversations.find(made.conversationId),
      );
      expect(found).toEqual(changed);
    });

    test('keeps who is responsible, who reads along, the rhythm, and what was told of the connection', async () => {
      const made = await insert(world(), 1);
      const changed: Conversation = {
        ...made,
        controller: teamId('limburg'),
        company: { ...noCompany, readers: [bo], successor: bo },
        rhythm: { pausedMs: 5, lastNote: 55, choice: 'go-on', wentOnAt: 6 },
        toldConnection: { state: 'connected', since: 7, wasAwayMs: 8, isCounsellorAway: true },
      };
      await world().unitOfWork.run(({ conversations }) => conversations.save(changed));
      const find = () =>
        world().unitOfWork.run(({ conversations }) => conversations.find(made.conversationId));
      expect(await find()).toEqual(changed);
      const away = { state: 'away', since: 9, isCounsellorAway: false } as const;
      await world().unitOfWork.run(({ conversations }) =>
        conversations.save({ ...changed, toldConnection: away }),
      );
      expect((await find())?.toldConnection).toEqual(away);
    });

    test('counts its version up with each save, so that the caller sees each change', async () => {
      const made = await insert(world(), 1);
      const { unitOfWork } = world();
      const version = () => unitOfWork.run(({ conversations }) => conversations.version(made.conversationId));
      const before = await version();
      await unitOfWork.run(({ conversations }) => conversations.save(made));
      await unitOfWork.run(({ conversations }) => conversations.save(made));
      expect(await version()).toBe(before + 2);
    });

    test('never takes a sign of life back that came while a save was decided', async () => {
      const made = await insert(world(), 1);
      await world().callerSessions.touch(made.conversationId, made.lastContactAt + 60_000);
      const found = await world().unitOfWork.run(async ({ conversations }) => {
        await conversations.save(made);
        return conversations.find(made.conversationId);
      });
      expect(found?.lastContactAt).toBe(made.lastContactAt + 60_000);
    });

    test('lists those that have not ended, oldest first', async () => {
      await insert(world(), 2);
      await insert(world(), 1);
      await insert(world(), 3, { phase: { name: 'ended', by: 'caller', at: 1, wasAttended: false } });
      const open = await world().unitOfWork.run(({ conversations }) => conversations.open());
      expect(open.map((each) => each.conversationId)).toEqual([conversationId(1), conversationId(2)]);
    });

    test('refuses a case number that is taken, and the same unit of work goes on with another one', async () => {
      const taken = await insert(world(), 1);
      await world().unitOfWork.run(async (registers) => {
        const second = conversation(2, { caseNumber: taken.caseNumber });
        await expect(insertIn(registers, 2, second)).rejects.toMatchObject({ code: 'conflict' });
        await insertIn(registers, 2, conversation(2));
      });
      const open = await world().unitOfWork.run(({ conversations }) => conversations.open());
      expect(open).toHaveLength(2);
    });

    test('refuses to save what was never inserted', async () => {
      const saving = world().unitOfWork.run(({ conversations }) => conversations.save(conversation(1)));
      await expect(saving).rejects.toThrow();
    });

    test('replaces a bearer until it was used, and never after', async () => {
      const made = await insert(world(), 1);
      const replace = (hash: string) =>
        world().unitOfWork.run(({ conversations }) => conversations.replaceBearer(made.conversationId, hash));
      expect(await replace('second')).toBe(true);
      expect(await world().callerSessions.find(bearerHash(1))).toBeUndefined();
      expect(await world().callerSessions.find('second')).toBeDefined();
      expect(await replace('third')).toBe(false);
      expect(await world().callerSessions.find('second')).toBeDefined();
    });

    test('finds a resumed one by its new bearer and secret only', async () => {
      const made = await insert(world(), 1);
      await world().callerSessions.find(bearerHash(1));
      await world().unitOfWork.run(async ({ conversations }) => {
        await conversations.replaceProof(made.conversationId, { requestHash: 'r', bearerHash: 'b' });
        expect(await conversations.findByBearer(bearerHash(1))).toBeUndefined();
        expect(await conversations.findByRequest(requestHash(1))).toBeUndefined();
        expect(await conversations.findByRequest('r')).toEqual(made);
      });
      expect(await world().callerSessions.find('b')).toBeDefined();
    });
  });
}
