import { DeviceLists, type OlmMachine, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { EventOrder } from './event-order.ts';
import type { FillGap } from './fill-gap.ts';
import { objectAt } from './json-fields.ts';
import type { KeyDirectory } from './key-directory.ts';
import type { Members } from './members.ts';
import type { FromWorker } from '../worker-messages.ts';
import { readTyping, readReceipts } from './read-ephemeral.ts';
import type { RawEvent, SyncAnswer } from './read-sync.ts';
import type { Receiver } from './receiver.ts';
import type { SecurityState } from './security-state.ts';

/** What taking a sync answer needs. */
export type SyncTaking = {
  readonly machine: OlmMachine;
  readonly members: Members;
  readonly directory: KeyDirectory;
  readonly receiver: Receiver;
  readonly order: EventOrder;
  readonly security: SecurityState;
  readonly fillGap: FillGap;
  /** The caller and the host: their typing and reading are no news. */
  readonly notCounted: readonly string[];
  readonly tell: (message: FromWorker) => void;
};

/**
 * Takes one sync answer: keys first, then who is there, then what was said. What it left out is fetched before anything is
 * taken, so that a failure (`GatewayError`) leaves nothing half done.
 */
export async function takeSync(taking: SyncTaking, answer: SyncAnswer): Promise<void> {
  const missed = answer.gapFrom === undefined ? [] : await taking.fillGap(answer.gapFrom);
  await takeKeys(taking.machine, answer);
  for (const userId of answer.changedUsers) {
    if (!taking.notCounted.includes(userId)) taking.directory.markStale(userId);
  }
  const events = [...missed, ...answer.timeline];
  takeMembers(taking, [...answer.state, ...events]);
  await taking.receiver.receive(events);
  takeEphemeral(taking, answer);
}

/**
 * Keys are taken from any device: whether its owner has signed it may become known only later. What is shown is decided
 * when a message is decrypted.
 */
async function takeKeys(machine: OlmMachine, answer: SyncAnswer): Promise<void> {
  const toIds = (ids: readonly string[]): UserId[] => ids.map((each) => new UserId(each));
  await machine.receiveSyncChanges(
    answer.toDeviceJson,
    new DeviceLists(toIds(answer.changedUsers), toIds(answer.leftUsers)),
    new Map(answer.oneTimeKeyCounts),
    answer.unusedFallbackKeys === undefined ? undefined : new Set(answer.unusedFallbackKeys),
  );
}

function takeMembers({ members, directory, security, tell }: SyncTaking, events: readonly RawEvent[]): void {
  for (const event of events) {
    const news = members.apply(event);
    if (news === undefined) continue;
    if (news.kind === 'joined') directory.markStale(news.userId);
    security.reset();
    tell(news);
  }
}

function takeEphemeral({ order, notCounted, tell }: SyncTaking, { ephemeral }: SyncAnswer): void {
  for (const event of ephemeral) {
    const content = objectAt(event, 'content');
    if (event['type'] === 'm.typing') tell({ kind: 'typing', isTyping: readTyping(content, notCounted) });
    if (event['type'] !== 'm.receipt') continue;
    for (const receipt of readReceipts(content, notCounted)) {
      const eventId = order.readUpTo(receipt);
      if (eventId !== undefined) tell({ kind: 'read', eventId });
    }
  }
}
