import { expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Counsellor } from '../../../scripts/counsellor/connect.ts';
import { beginSession, type Session } from '../../../scripts/counsellor/session.ts';
import { callerSays, enteredConversation } from './happenings.ts';

type Scene = { readonly session: Session; readonly printed: string[]; readonly read: string[] };

function session(markRead: () => Promise<void> = () => Promise.resolve()): Scene {
  const printed: string[] = [];
  const read: string[] = [];
  const counsellor = {
    client: Object.assign(new EventEmitter(), { getRooms: () => [] }),
    markRead: (roomId: string, eventId: string) => {
      read.push(`${roomId} ${eventId}`);
      return markRead();
    },
  };
  const begun = beginSession({
    counsellor: counsellor as unknown as Counsellor, // nothing else of it is touched here
    early: [],
    print: (line) => printed.push(line),
    comeBack: 'npm run counsellor',
    onStop: () => undefined,
  });
  return { session: begun, printed, read };
}

test('what the terminal has shown is marked as read for the caller, once', () => {
  const { session: terminal, read } = session();
  terminal.handleEvent(enteredConversation('7653'));
  terminal.handleEvent(callerSays('7653', 'Dag', '$a'));
  terminal.handleEvent(callerSays('7653', 'Dag', '$a'));
  expect(read).toEqual(['!7653 $a']);
});

test('what could not be read is not marked as read', () => {
  const { session: terminal, read } = session();
  terminal.handleEvent({ kind: 'unreadable', roomId: '!7653', eventId: '$a', code: 'x' });
  expect(read).toEqual([]);
});

test('a mark that fails does not stop what comes after it', async () => {
  const { session: terminal, printed } = session(() => Promise.reject(new Error('away')));
  terminal.handleEvent(callerSays('7653', 'Dag', '$a'));
  await Promise.resolve();
  terminal.handleEvent(callerSays('7653', 'Ben je er?', '$b'));
  expect(printed).toEqual(['Beller: Dag', 'Beller: Ben je er?']);
});
