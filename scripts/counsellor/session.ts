import { ClientEvent } from 'matrix-js-sdk';
import { setTimeout as pause } from 'node:timers/promises';
import { afterSync, awaySentence, failureSentence } from './away.ts';
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
  readonly hear: (event: CounsellorEvent) => void;
  /** Does what a typed line asks for. */
  obey(line: string): Promise<void>;
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

/** Shows what is there already, and begins. */
export function beginSession(parts: SessionParts): Session {
  const { counsellor, print, comeBack } = parts;
  const now: Now = { surroundings: emptySurroundings, isAway: false };
  showWhatIsThere(parts, now);
  counsellor.client.on(ClientEvent.Sync, (state) => {
    const news = afterSync(now.isAway, state);
    now.isAway = news.isAway;
    if (news.line !== undefined) print(news.line);
  });
  return {
    hear: (event) => {
      hear(parts, now, event);
    },
    obey: (line) => obey(parts, now, line),
    leave: async () => {
      for (const line of farewell(now.surroundings, comeBack)) print(line);
      await Promise.race([counsellor.stop(), pause(logoutMs)]);
    },
  };
}

/** How things stand; the only thing that changes here. */
type Now = { surroundings: Surroundings; isAway: boolean };

function hear({ print }: SessionParts, now: Now, event: CounsellorEvent): void {
  const line = shownFor(event, now.surroundings);
  now.surroundings = notice(now.surroundings, event);
  if (line !== undefined) print(line);
}

/** What was not readable during the log-in stood there before: it is no news, but late words of it are. */
function showWhatIsThere(parts: SessionParts, now: Now): void {
  const { counsellor, early, print } = parts;
  for (const event of alreadyThere(counsellor.client)) {
    if (event.kind === 'invitation') hear(parts, now, event);
    else now.surroundings = notice(now.surroundings, event);
  }
  for (const event of early) {
    if (event.kind === 'unreadable') now.surroundings = notice(now.surroundings, event);
    if (event.kind === 'words') hear(parts, now, event);
  }
  for (const conversation of now.surroundings.conversations) {
    const isFromHere = (event: CounsellorEvent): boolean =>
      event.kind === 'unreadable' && event.roomId === conversation.roomId;
    print(stillInWords(conversation, early.some(isFromHere)));
  }
}

async function obey(parts: SessionParts, now: Now, line: string): Promise<void> {
  const { client } = parts.counsellor;
  const deeds = decide(readTyped(line), {
    surroundings: now.surroundings,
    ownDesk: ownDeskRoom(client),
  });
  for (const deed of deeds) {
    await carryOut(parts, now, deed).catch((failure: unknown) => {
      parts.print(failureSentence(failure));
    });
  }
  const isAnswer = deeds.some(({ kind }) => kind === 'join' || kind === 'decline');
  const more = isAnswer ? stillInvitedWords(now.surroundings) : undefined;
  if (more !== undefined) parts.print(more);
}

async function carryOut({ counsellor, print, onStop }: SessionParts, now: Now, deed: Deed): Promise<void> {
  if (deed.kind === 'show') print(deed.line);
  else if (deed.kind === 'stop') onStop();
  else if (now.isAway) print(awaySentence);
  else {
    const isAnswered = await Promise.race([perform(counsellor, deed), pause(answerMs, false)]);
    if (isAnswered) now.surroundings = afterDeed(now.surroundings, deed);
    else print(awaySentence);
  }
}

/** Whoever typed waits no longer for the homeserver than this. */
const answerMs = 10_000;

/** A homeserver that is away does not keep anybody here. */
const logoutMs = 3_000;

type ServerDeed = Exclude<Deed, { kind: 'show' | 'stop' }>;

/** True, once the homeserver has taken it. */
async function perform(counsellor: Counsellor, deed: ServerDeed): Promise<true> {
  switch (deed.kind) {
    case 'say':
      await counsellor.say(deed.roomId, deed.body);
      return true;
    case 'press':
      await counsellor.react(deed.card.roomId, deed.card.eventId, deed.key);
      return true;
    case 'join':
      await counsellor.join(deed.roomId);
      await waitUntilEntered(counsellor.client, deed.roomId);
      return true;
    case 'decline':
      await counsellor.leave(deed.roomId);
      return true;
  }
}
