import type { AddressView } from '../../appservice/domain/address.ts';
import type { AddressViews } from '../../appservice/ports/address-views.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

/** Who wants or was shown which conversation's address, in memory. */
export function memoryAddressViews(database: MemoryDatabase): AddressViews {
  const rows = () => database.tables.addressViews;
  const put = (addressViews: readonly AddressView[]) => {
    write(database, { addressViews });
  };
  return {
    add: (view) =>
      answer(() => {
        put([...rows(), view]);
      }),
    find: (viewId) => answer(() => rows().find((view) => view.viewId === viewId)),
    of: (conversationId) => answer(() => rows().filter((view) => view.conversationId === conversationId)),
    asked: () => answer(() => rows().filter(({ state }) => state === 'asked')),
    setState: (viewId, state) =>
      answer(() => {
        put(rows().map((view) => (view.viewId === viewId ? { ...view, state } : view)));
      }),
    remove: (viewId) =>
      answer(() => {
        put(rows().filter((view) => view.viewId !== viewId));
      }),
  };
}
