import type { Company } from '../worker-messages.ts';
import type { PinnedCounsellor } from '../../appservice/contract/readers.ts';

/** Whom the worker may have to do with. */
export type NamedPeople = {
  /** Whom the caller's words wait for; undefined while nobody has the conversation. */
  readonly counsellor: PinnedCounsellor | undefined;
  /** Who reads along, and who was announced: beside the counsellor nobody else ever gets a key of the room (R25). */
  readonly beside: readonly PinnedCounsellor[];
  /** The colleague who is to be let in now; null while nobody is, and for one whose identity no view has told. */
  readonly colleague: PinnedCounsellor | null;
};

/** Reads the newest view. Whom the caller refused is not named from that moment on, whatever the view still says, until they are in. */
export function readCompany(company: Company): NamedPeople {
  const { counsellor, readers, announced, handOver, refusedReader } = company;
  const coming = announced !== null && announced.userId !== refusedReader ? announced : null;
  return {
    counsellor: counsellor ?? undefined,
    beside: coming === null ? readers : [...readers, coming],
    colleague: coming?.userId === handOver?.userId ? coming : null,
  };
}
