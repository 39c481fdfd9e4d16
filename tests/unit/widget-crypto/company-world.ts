import { objectAt, parseJson } from '../../../widget/crypto/json-fields.ts';
import type { Surroundings } from '../../../widget/crypto/surroundings.ts';
import type { PinnedCounsellor } from '../../../appservice/contract/readers.ts';
import { companyOrder } from '../../support/company-order.ts';
import {
  callerId,
  counsellorId,
  createEngineWorld,
  isKind,
  isSent,
  roomId,
  started,
  surroundingsOf,
  type EngineWorld,
} from './engine-world.ts';
import { createTestCounsellor, type TestCounsellor } from './test-counsellor.ts';

/** A colleague of the counsellor. */
export const colleagueId = '@bram:localhost';

/** A conversation with its first words, and a colleague who is not in it. */
export type CompanyWorld = EngineWorld & {
  readonly colleague: TestCounsellor;
  pinOfCounsellor(): Promise<PinnedCounsellor>;
  /** The colleague as the service names them; with another master key when one is given. */
  pinOfColleague(masterKey?: string): Promise<PinnedCounsellor>;
  /** The view says that these read along, and nobody is on their way. */
  name(...people: readonly PinnedCounsellor[]): void;
  /** The view announces a colleague and gives the word to let them in. */
  letIn(colleague: PinnedCounsellor): void;
  /** Sends words of the caller and waits until the homeserver has them. */
  write(id: string): Promise<void>;
  /** Paths of the caller's requests from here on are counted. */
  requestsOf(part: string): number;
  /** How many encrypted to-device messages of the caller went to this person. */
  mailTo(userId: string): number;
  /** What the colleague reads in the room from the first word; `?` where they cannot. */
  readByColleague(): Promise<readonly string[]>;
};

/** Makes it: the counsellor has joined and has read `een`. */
export async function createCompanyWorld(
  change: {
    readonly isColleagueSigned?: boolean;
    readonly surroundings?: Partial<Surroundings>;
  } = {},
): Promise<CompanyWorld> {
  const world = await createEngineWorld({ surroundings: change.surroundings ?? {} });
  const place = {
    surroundings: surroundingsOf(world.homeserver, colleagueId, 'ELEMENT'),
    roomId,
    userId: colleagueId,
  };
  const colleague = await createTestCounsellor(place, change.isColleagueSigned ?? true);
  const ofCaller = () => world.homeserver.seen.filter((each) => each.userId === callerId);
  world.ask({ kind: 'start', conversation: started });
  await world.join();
  const pinOfCounsellor = async (): Promise<PinnedCounsellor> => ({
    userId: counsellorId,
    masterKey: await world.counsellor.masterKey(),
    organisation: 'CAW',
  });
  const counsellor = await pinOfCounsellor();
  const company: CompanyWorld = {
    ...world,
    colleague,
    pinOfCounsellor,
    pinOfColleague: async (masterKey) => ({
      userId: colleagueId,
      masterKey: masterKey ?? (await colleague.masterKey()),
      organisation: 'VK',
    }),
    name(...readers) {
      world.ask(companyOrder(counsellor, { readers }));
    },
    letIn(person) {
      world.ask(lettingIn(counsellor, person));
    },
    async write(id) {
      world.ask({ kind: 'send', id, body: id });
      await world.until(isSent(id));
    },
    requestsOf: (part) => ofCaller().filter((each) => each.path.includes(part)).length,
    mailTo: (userId) =>
      ofCaller().filter(
        (each) =>
          each.path.includes('/sendToDevice/m.room.encrypted/') &&
          Object.hasOwn(objectAt(parseJson(each.body), 'messages'), userId),
      ).length,
    async readByColleague() {
      await colleague.readNew();
      await colleague.takeHistory(callerId, world.homeserver.media);
      return colleague.readFromFirst();
    },
  };
  await world.until(isKind('secured'));
  await company.write('een');
  return company;
}

/** What the worker is told of a view that announces a colleague and gives the word. */
export function lettingIn(
  counsellor: PinnedCounsellor,
  colleague: PinnedCounsellor,
): ReturnType<typeof companyOrder> {
  const announced = { ...colleague, purpose: 'takes-over', mayBeRefused: true } as const;
  return companyOrder(counsellor, { announced, handOver: { userId: colleague.userId } });
}
