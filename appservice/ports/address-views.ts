import type { AddressView } from '../domain/address.ts';
import type { ConversationId } from '../domain/ids.ts';

/** Who wants or was shown which conversation's address, inside a unit of work; never the address itself (R21). Kept while it lasts. */
export interface AddressViews {
  add(view: AddressView): Promise<void>;
  find(viewId: string): Promise<AddressView | undefined>;
  of(conversationId: ConversationId): Promise<readonly AddressView[]>;
  /** All that nobody has said anything about yet, oldest first. */
  asked(): Promise<readonly AddressView[]>;
  setState(viewId: string, state: AddressView['state']): Promise<void>;
  remove(viewId: string): Promise<void>;
}
