/** What a room is asked for its name; `matrix-js-sdk`'s room has all of it. */
type NamedByState = {
  readonly roomId: string;
  readonly name: string;
  readonly currentState: {
    getStateEvents(type: string, stateKey: string): { getContent(): Record<string, unknown> } | null;
  };
};

/**
 * The name that a room's state gives it, also the stripped state of an invitation; undefined as long as the room is
 * known by its id only. The library's own `name` follows a moment after an invitation is told.
 */
export function knownName(room: NamedByState): string | undefined {
  const name = room.currentState.getStateEvents('m.room.name', '')?.getContent()['name'];
  if (typeof name === 'string' && name !== '') return name;
  return room.name === room.roomId ? undefined : room.name;
}
