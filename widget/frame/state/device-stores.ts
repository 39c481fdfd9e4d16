import { deviceStores, type DeviceStore } from '../../../appservice/contract/device-stores.ts';

/** What the caller's side may leave in a browser, as the cookie page tells it (R85). */
export type ShownStore = DeviceStore;

/** All of it, in the order of the cookie page. */
export const shownStores: readonly ShownStore[] = Object.values(deviceStores);
