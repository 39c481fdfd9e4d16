import { ClientEvent } from 'matrix-js-sdk';
import { setTimeout as pause } from 'node:timers/promises';
import { fullName } from './account.ts';
import { afterSync, awaySentence, failureSentence, noAnswerSentence } from './away.ts';
import type { Counsellor } from './connect.ts';
import { afterDeed, decide, type Deed } from './decide.ts';
import { ownDeskRoom, waitUntilEntered } from './desk.ts';
import type { CounsellorEvent } from './events.ts';
import { alreadyThere } from './listen.ts';
import { farewell, shownFor, stillInvitedWords, stillInWords } from './screen-words.ts';
import { emptySurroundings, notice, type Surroundings } from './surroundings.ts';
import { readTyped } from './typed.ts';

/** A counsellor at the terminal, from log-in to leaving. */
export interface Session {
  readonly handleEvent: (event: CounsellorEvent) => void;
  /** Does what a typed line asks for. */
  handleLine(line: string): Promise<void>;
  /** Says what stays behind, and logs out. */
  leave(): Promise<void>;
}

/** What a session needs: who is logged in, what was heard meanwhile, and where it writes. */
export type SessionParts = {
  readonly counsellor: Counsellor;
  /** Events of the log-in itself: mostly what stood in the rooms before, which a new device cannot read. */
  readonly early: readonly CounsellorEvent[];
  readonly print: (line: string) => void;
  /** The command that brings somebody back. */
  readonly comeBack: string;
  readonly onStop: () => void;
};

/** Whoever typed waits no longer for the homeserver than this. */
const answerMs = 10_000;

/** A homeserver that is away does not keep anybody here. */
const logoutMs = 3_000;

/** Shows what is there already, and begins. */
export function beginSession(parts: SessionParts): Session {
  const { counsellor, print, comeBack } = parts;
  const state: SessionState = { surroundings: emptySurroundings, isAway: false };
  showWhatIsThere(parts, state);
  counsellor.client.on(ClientEvent.Sync, (sync) => {
    const news = afterSync(state.isAway, sync);
    state.isAway = news.isAway;
    if (news.line !== undefined) print(news.line);
  });
  return {
    handleEvent: (event) => {
      showEvent(parts, state, event);
    },
    handleLine: (line) => handleLine(parts, state, line),
    leave: async () => {
      for (const line of farewell(state.surroundings, comeBack)) print(line);
      await Promise.race([counsellor.stop(), pause(logoutMs)]);
    },
  };
}

/** How things stand; the only thing that changes here. */
type SessionState = { surroundings: Surroundings; isAway: boolean };

function showEvent({ counsellor, print }: SessionParts, state: SessionState, event: CounsellorEvent): void {
  const line = shownFor(event, state.surroundings);
  state.surroundings = notice(state.surroundings, event);
  if (line === undefined) return;
  print(line);
  // The caller is told what was read. A receipt that fails is made good by the next one.
  if (event.kind === 'words') counsellor.markRead(event.roomId, event.eventId).catch(() => undefined);
}

/** Messages that were unreadable at log-in are old: they are not announced, but shown once they can be read. */
function showWhatIsThere(parts: SessionParts, state: SessionState): void {
  const { counsellor, early, print } = parts;
  for (const event of alreadyThere(counsellor.client)) {
    if (event.kind === 'invitation') showEvent(parts, state, event);
    else state.surroundings = notice(state.surroundings, event);
  }
  for (const event of early) {
    if (event.kind === 'unreadable') state.surroundings = notice(state.surroundings, event);
    if (event.kind === 'words') showEvent(parts, state, event);
  }
  for (const conversation of state.surroundings.conversations) {
    const isFromHere = (event: CounsellorEvent): boolean =>
      event.kind === 'unreadable' && event.roomId === conversation.roomId;
    print(stillInWords(conversation, early.some(isFromHere)));
  }
}

async function handleLine(parts: SessionParts, state: SessionState, line: string): Promise<void> {
  const { client } = parts.counsellor;
  const deeds = decide(readTyped(line), {
    surroundings: state.surroundings,
    ownDesk: ownDeskRoom(client),
  });
  for (const deed of deeds) {
    await carryOut(parts, state, deed).catch((failure: unknown) => {
      parts.print(failureSentence(failure));
    });
  }
  const isAnswer = deeds.some(({ kind }) => kind === 'join' || kind === 'decline');
  const more = isAnswer ? stillInvitedWords(state.surroundings) : undefined;
  if (more !== undefined) parts.print(more);
}

async function carryOut(
  { counsellor, print, onStop }: SessionParts,
  state: SessionState,
  deed: Deed,
): Promise<void> {
  if (deed.kind === 'show') print(deed.line);
  else if (deed.kind === 'stop') onStop();
  else if (state.isAway) print(awaySentence);
  else {
    const performed = perform(counsellor, deed).then(() => {
      state.surroundings = afterDeed(state.surroundings, deed);
      return true;
    });
    if (await Promise.race([performed, pause(answerMs, false)])) return;
    performed.catch(() => undefined); // a failure that comes later would only confuse
    print(noAnswerSentence);
  }
}

type ServerDeed = Exclude<Deed, { kind: 'show' | 'stop' }>;

async function perform(counsellor: Counsellor, deed: ServerDeed): Promise<void> {
  switch (deed.kind) {
    case 'say':
      await counsellor.say(deed.roomId, deed.body);
      return;
    case 'press':
      await counsellor.react(deed.card.roomId, deed.card.eventId, deed.key);
      return;
    case 'join':
      await counsellor.join(deed.roomId);
      await waitUntilEntered(counsellor.client, deed.roomId);
      return;
    case 'invite':
      await counsellor.invite(deed.roomId, fullName(deed.who, counsellor.client.getUserId() ?? ''));
      return;
    case 'decline':
      await counsellor.leave(deed.roomId);
  }
}
