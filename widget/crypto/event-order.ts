/** The events of the room in their order, so that nothing is taken twice and a receipt falls on the right message. */
export interface EventOrder {
  /** Takes note of an event's place; false when it was already there. */
  place(eventId: string, isOwn: boolean): boolean;
  isKnown(eventId: string): boolean;
  /**
   * Somebody has read up to this event. Answers the caller's newest event up to it, when it is newer than the last one
   * answered: a counsellor's receipt mostly stands on an event that is not the caller's.
   */
  readUpTo(eventId: string): string | undefined;
  clear(): void;
}

/** Starts empty. */
export function createEventOrder(): EventOrder {
  const places = new Map<string, number>();
  const own: { readonly place: number; readonly eventId: string }[] = [];
  let readPlace = -1;
  return {
    place(eventId, isOwn) {
      if (places.has(eventId)) return false;
      const place = places.size;
      places.set(eventId, place);
      if (isOwn) own.push({ place, eventId });
      return true;
    },
    isKnown: (eventId) => places.has(eventId),
    readUpTo(eventId) {
      const upTo = places.get(eventId) ?? -1;
      const newest = own.findLast((each) => each.place <= upTo);
      if (newest === undefined || newest.place <= readPlace) return undefined;
      readPlace = newest.place;
      return newest.eventId;
    },
    clear() {
      places.clear();
      own.length = 0;
      readPlace = -1;
    },
  };
}
