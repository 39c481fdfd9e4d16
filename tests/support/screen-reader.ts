import { joined, lookAtTree, type LiveRegion, type TreeLook } from './accessibility-tree.ts';
import type { Caller } from './caller.ts';

/** Something that was told by itself, by the role of the region that told it. */
export type Heard = { readonly role: string; readonly words: string };

/** Somebody who hears the chat instead of seeing it: what is told follows from the accessibility tree, before and after. */
export interface ScreenReader {
  /** The tree as it is now. */
  look(): Promise<TreeLook>;
  /** All that is told from the last call until this is done, in order. The tree is looked at again and again meanwhile. */
  during(act: () => Promise<unknown>): Promise<readonly Heard[]>;
  /** Ids of what live regions had said by the last call. */
  said(): readonly number[];
}

/** Begins to listen to the chat on the caller's page; after a reload one begins anew. */
export async function listenTo(caller: Caller): Promise<ScreenReader> {
  const frame = caller.page.frames()[1];
  if (frame === undefined) throw new Error('the chat is not open');
  const session = await caller.context.newCDPSession(frame);
  await session.send('Accessibility.enable');
  let known = await lookAtTree(session);
  const listen = async (): Promise<readonly Heard[]> => {
    const before = known;
    known = await lookAtTree(session);
    return known.regions.flatMap((region) => toldBy(region, before));
  };
  return {
    look: () => lookAtTree(session),
    during: async (act) => {
      const heard: Heard[] = [];
      const doing = Promise.allSettled([act()]);
      const progress = { isOver: false };
      void doing.finally(() => {
        progress.isOver = true;
      });
      while (!progress.isOver) heard.push(...(await listen()));
      const [outcome] = await doing;
      if (outcome.status === 'rejected') throw outcome.reason;
      return [...heard, ...(await listen())];
    },
    said: () => known.regions.flatMap(({ spoken }) => spoken.map(({ id }) => id)),
  };
}

/** A region that is new is not told with what it holds, but for an alert. */
function toldBy(region: LiveRegion, { regions }: TreeLook): readonly Heard[] {
  const was = regions.find(({ id }) => id === region.id);
  if (was === undefined && region.role !== 'alert') return [];
  const known = new Map(was?.spoken.map(({ id, words }) => [id, words]));
  const changed = region.spoken.filter(({ id, words }) => known.get(id) !== words);
  const told = region.isAtomic && changed.length > 0 ? region.spoken : changed;
  return [...new Set(told.map(({ lineId }) => lineId))].flatMap((lineId) => {
    const words = joined(told.filter((piece) => piece.lineId === lineId));
    return words === '' ? [] : [{ role: region.role, words }];
  });
}
