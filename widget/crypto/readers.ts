import { anyOf } from './any-of.ts';
import type { PinnedCounsellor } from '../../appservice/contract/conversation.ts';
import type { GateDecision } from './decide-gate.ts';
import type { KeyDirectory } from './key-directory.ts';
import type { Members } from './members.ts';
import { decidePerson, preparePerson, type Preparing } from './prepare-person.ts';
import { claimMissing } from './share-room-key.ts';
import type { Surroundings } from './surroundings.ts';

/** Who gets the key of the room beside the counsellor (R25, R54). */
export interface Readers {
  /**
   * Those who may have it now. Waits a moment for the keys of each and no longer: a reader out of reach never holds up the
   * caller's words (design 5.7).
   */
  present(): Promise<readonly string[]>;
  /** Whether that is still so: somebody may have left, or be named no more, while the key was sent. */
  mayAllHaveKeys(userIds: readonly string[]): boolean;
  /** Whoever was late is waited for again: the service has something new to say, perhaps of them. */
  expectAll(): void;
  /** Asks for a person's keys, compares, signs, makes a channel. Throws `GatewayError`. */
  prepare(person: PinnedCounsellor): Promise<GateDecision>;
}

/** What it needs. */
export type ReaderParts = Preparing & {
  readonly members: Members;
  readonly directory: KeyDirectory;
  readonly surroundings: Pick<Surroundings, 'wait'>;
  readonly signal: AbortSignal;
  /** The history is being shared with this person: their keys of now and of later must have no gap between them. */
  readonly isBeingLetIn: (userId: string) => boolean;
  /** Somebody who was late can have the key now. */
  readonly onLate: () => void;
};

/** How long words wait for the keys of a reader, milliseconds. */
const patienceMs = 2_000;

/** Starts with nobody. */
export function createReaders(parts: ReaderParts): Readers {
  const { sharing, pins, members, directory, isBeingLetIn } = parts;
  const prepare = async (person: PinnedCounsellor): Promise<GateDecision> => {
    await directory.refresh(person.userId);
    const decision = await preparePerson(parts, person, () => true);
    if (decision.action === 'share') await claimMissing(sharing, person.userId);
    return decision;
  };
  const late = new Set<string>();
  const prepareAll = createPreparation(parts, prepare, late);
  const mayHaveKeys = (userId: string): boolean =>
    pins.isNamed(userId) && (members.isLetIn(userId) || isBeingLetIn(userId));

  return {
    prepare,
    expectAll() {
      late.clear();
    },
    async present() {
      const people = pins.beside().filter(({ userId }) => mayHaveKeys(userId));
      await prepareAll(people);
      const present: string[] = [];
      for (const person of people) {
        // Decided anew at the last moment: for an identity that was replaced the library refuses to share with anybody.
        const decision = await decidePerson(parts, person, () => true);
        if (decision.action === 'share') present.push(person.userId);
      }
      return present.filter(mayHaveKeys);
    },
    mayAllHaveKeys: (userIds) => userIds.every(mayHaveKeys),
  };
}

type Prepare = (person: PinnedCounsellor) => Promise<unknown>;

/**
 * Prepares several people at once and waits for a moment: who is late is prepared on in the background and never waited for again
 * until it has succeeded. Never rejects: whoever cannot be prepared gets no key, and is tried again with the next words.
 */
function createPreparation(
  { surroundings, signal, onLate }: Pick<ReaderParts, 'surroundings' | 'signal' | 'onLate'>,
  prepare: Prepare,
  late: Set<string>,
): (people: readonly PinnedCounsellor[]) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();

  const begin = async (person: PinnedCounsellor): Promise<void> => {
    const hasSucceeded = await prepare(person).then(
      () => true,
      () => false,
    );
    underWay.delete(person.userId);
    if (!hasSucceeded) late.add(person.userId);
    else if (late.delete(person.userId)) onLate();
  };

  return async (people) => {
    const awaited: Promise<void>[] = [];
    for (const person of people) {
      const begun = underWay.get(person.userId) ?? begin(person);
      underWay.set(person.userId, begun);
      if (!late.has(person.userId)) awaited.push(begun);
    }
    if (awaited.length === 0) return;
    const over = anyOf(signal);
    await Promise.race([Promise.all(awaited), surroundings.wait(patienceMs, over.signal)]);
    over.give();
    for (const { userId } of people) if (underWay.has(userId)) late.add(userId);
  };
}
