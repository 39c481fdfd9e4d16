/** A counsellor with the identity that was pinned for them (design 4). */
export type PinnedCounsellor = {
  readonly userId: string;
  /** Cross-signing master key, unpadded base64. */
  readonly masterKey: string;
  readonly organisation: 'CAW' | 'VK';
};

/** A colleague of whom the caller is told before they come (R25, design 6). */
export type AnnouncedReader = PinnedCounsellor & {
  /** `takes-over` when the conversation goes to them, `reads-along` when the counsellor stays. */
  readonly purpose: 'reads-along' | 'takes-over';
  /** Whether "liever niet" may be said now. The service says so until the colleague has joined; absent is no. */
  readonly mayBeRefused?: boolean;
};

/**
 * What a view may say beside phase and counsellor. A field that is absent says that there is nothing of it, so that a service
 * which knows nothing of it need not send it.
 */
export type Circumstances = {
  /**
   * Who can read beside the counsellor. A key of the room goes to nobody whom no view has named, so that what the caller is
   * told about it always stands before the first word that they can read (R25).
   */
  readonly readers: readonly PinnedCounsellor[];
  readonly announced: AnnouncedReader | null;
  /**
   * The word to do it: the browser invites the colleague who was announced and shares the encrypted history with them (MSC4268,
   * design 6). Null before, and once they are in.
   */
  readonly handOver: { readonly userId: string } | null;
  /** The counsellor has the conversation, but their program has not been seen for a while. A fact, never a guess. */
  readonly isCounsellorAway: boolean;
  /** From the fiftieth minute of talking on (R15). */
  readonly isRoundingOff: boolean;
  /** The place in the waiting room, from 1 on, where there is one (S39); null for whoever is being asked for. */
  readonly place: number | null;
};

/** `POST /api/conversations/current/refuse` (bearer): "liever niet" to the colleague who was announced (design 6). */
export type ReaderRefusal = { readonly userId: string };

/** Why the browser could not share the history. Codes, never key material. */
export const handOverProblems = ['no-signed-device', 'identity-changed', 'not-shared'] as const;

/** Why the browser could not share the history. */
export type HandOverProblem = (typeof handOverProblems)[number];

/**
 * `POST /api/conversations/current/hand-over` (bearer): how the hand-over to the colleague went. `shared` after the invitation;
 * what cannot be done is tried again by the counsellor's own program (design 6).
 */
export type HandOverReport =
  | { readonly userId: string; readonly state: 'shared' }
  | { readonly userId: string; readonly state: 'failed'; readonly code: HandOverProblem };

/** What an absent field says. */
export const noCircumstances: Circumstances = {
  readers: [],
  announced: null,
  handOver: null,
  isCounsellorAway: false,
  isRoundingOff: false,
  place: null,
};

/** Reads what a view says beside phase and counsellor; whatever is not understood says nothing. */
export function parseCircumstances(view: Readonly<Record<string, unknown>>): Circumstances {
  const { readers, announced, handOver, isCounsellorAway, isRoundingOff, place } = view;
  return {
    readers: Array.isArray(readers) ? readers.map(parsePinnedCounsellor).filter((each) => each !== null) : [],
    announced: parseAnnounced(announced),
    handOver: parseHandOver(handOver),
    isCounsellorAway: isCounsellorAway === true,
    isRoundingOff: isRoundingOff === true,
    place: typeof place === 'number' && place > 0 ? place : null,
  };
}

function parseHandOver(value: unknown): Circumstances['handOver'] {
  if (typeof value !== 'object' || value === null) return null;
  const { userId } = value as Record<string, unknown>;
  return typeof userId === 'string' ? { userId } : null;
}

/** Reads a pinned counsellor; null when it is none, and then no key goes to them either. */
export function parsePinnedCounsellor(value: unknown): PinnedCounsellor | null {
  if (typeof value !== 'object' || value === null) return null;
  const { userId, masterKey, organisation } = value as Record<string, unknown>;
  if (typeof userId !== 'string' || typeof masterKey !== 'string') return null;
  return organisation === 'CAW' || organisation === 'VK' ? { userId, masterKey, organisation } : null;
}

/** A purpose that is not known is told as the lesser one: that somebody reads along is true of both. */
function parseAnnounced(value: unknown): AnnouncedReader | null {
  const reader = parsePinnedCounsellor(value);
  if (reader === null) return null;
  const { purpose, mayBeRefused } = value as Record<string, unknown>;
  return {
    ...reader,
    purpose: purpose === 'takes-over' ? 'takes-over' : 'reads-along',
    mayBeRefused: mayBeRefused === true,
  };
}
