import { describe, expect, test } from '@jest/globals';
import {
  addRoom,
  end,
  enterPool,
  join,
  missRing,
  nudge,
  passRing,
  recordContact,
  recordSecured,
  recordUnsecured,
  returnToPool,
  ring,
  showTeamCard,
  speak,
  take,
  tellCaller,
  withdrawRing,
  type Transition,
} from '../../../appservice/domain/conversation-transitions.ts';
import type { Conversation, Phase } from '../../../appservice/domain/conversation.ts';
import {
  becomeIdle,
  confirmIdentity,
  goOff,
  goOn,
  isOtherIdentity,
  mayGoOnDuty,
  pause,
  suspectIdentity,
} from '../../../appservice/domain/duty.ts';
import { rosterMember } from '../../../appservice/domain/roster.ts';
import { roomId } from '../../support/parsed.ts';
import { conversation, duty, held, person, roster, start, waiting } from './helpline-world.ts';

const rosa = person('rosa');
const bram = person('bram');
const later = start + 5000;

function after(transition: Transition): Conversation {
  if (!transition.ok) throw new Error(`refused in ${transition.problem.phase}`);
  return transition.value;
}

describe('a conversation', () => {
  const starting = conversation({ name: 'starting', since: start }, { roomId: null });
  const pool = conversation(waiting());
  const ringing = conversation(waiting({ ring: { counsellor: rosa, since: start } }));

  test('goes its whole way, and remembers who was asked when it returns', () => {
    const waits = after(enterPool(after(addRoom(starting, roomId('!made')))));
    expect(waits).toMatchObject({ roomId: '!made', phase: { name: 'waiting', since: start, asked: [] } });
    const passed = after(passRing(after(ring(waits, bram, later)), bram));
    expect(passed.phase).toEqual(waiting({ asked: [bram] }));
    const taken = after(take(after(ring(passed, rosa, later)), rosa, later));
    expect(taken.phase).toEqual({
      name: 'taken',
      counsellor: rosa,
      takenAt: later,
      since: later,
      asked: [bram],
    });
    const nudged = after(nudge(after(join(taken, rosa, later)), later + 1));
    expect(nudged.phase).toMatchObject({ name: 'joined', nudgedAt: later + 1 });
    const talking = after(speak(nudged, rosa, later + 2));
    expect(talking.phase).toEqual({
      name: 'talking',
      counsellor: rosa,
      takenAt: later,
      since: later + 2,
      asked: [bram],
    });
    const back = after(returnToPool(talking, rosa));
    expect(back.phase).toEqual(waiting({ asked: [bram, rosa] }));
    expect(after(end(back, 'gone', later + 3)).phase).toEqual({
      name: 'ended',
      by: 'gone',
      at: later + 3,
      wasAttended: false,
    });
  });

  test('counts somebody who missed a ring as asked, and not somebody from whom it was withdrawn', () => {
    expect(after(missRing(ringing, rosa)).phase).toMatchObject({ ring: null, asked: [rosa] });
    expect(after(withdrawRing(ringing, rosa)).phase).toMatchObject({ ring: null, asked: [] });
  });

  test('may be taken by somebody for whom it does not ring', () => {
    expect(after(take(ringing, bram, later)).phase).toMatchObject({ name: 'taken', counsellor: bram });
  });

  test('keeps the first report that it is not secured, until it is or another counsellor has it', () => {
    const unsecured = after(recordUnsecured(conversation(held('joined', 'rosa')), later));
    expect(after(recordUnsecured(unsecured, later + 1)).unsecuredSince).toBe(later);
    expect(after(recordSecured(unsecured)).unsecuredSince).toBeNull();
    expect(after(returnToPool(unsecured, rosa)).unsecuredSince).toBeNull();
    expect(after(take({ ...pool, unsecuredSince: start }, rosa, later)).unsecuredSince).toBeNull();
  });

  test('never forgets a later sign of life for an earlier one', () => {
    expect(after(recordContact(pool, later)).lastContactAt).toBe(later);
    expect(after(recordContact(pool, start - 1)).lastContactAt).toBe(start);
  });

  const ended = conversation({ name: 'ended', by: 'exit', at: start, wasAttended: false });
  const told = waiting({ teamCardSince: start, callerToldAt: start });
  const nudgedPhase: Phase = {
    name: 'joined',
    counsellor: rosa,
    takenAt: start,
    since: start,
    nudgedAt: start,
    asked: [],
  };
  test.each<[string, Transition, Phase['name']]>([
    ['a room for what waits', addRoom(pool, roomId('!other')), 'waiting'],
    ['a second room', addRoom({ ...starting, roomId: roomId('!made') }, roomId('!other')), 'starting'],
    ['the pool before there is a room', enterPool(starting), 'starting'],
    ['the pool a second time', enterPool(pool), 'waiting'],
    ['a second ring', ring(ringing, bram, later), 'waiting'],
    ['a ring for somebody asked', ring(conversation(waiting({ asked: [rosa] })), rosa, later), 'waiting'],
    ['a ring for what is taken', ring(conversation(held('taken', 'bram')), rosa, later), 'taken'],
    ['a pass by somebody else', passRing(ringing, bram), 'waiting'],
    ['a pass of what does not ring', passRing(pool, rosa), 'waiting'],
    ['a missed ring that was taken', missRing(conversation(held('taken', 'rosa')), rosa), 'taken'],
    ['a second take', take(conversation(held('taken', 'rosa')), bram, later), 'taken'],
    ['a take before there is a room', take(starting, bram, later), 'starting'],
    ['a take after the end', take(ended, bram, later), 'ended'],
    ['a join by somebody else', join(conversation(held('taken', 'rosa')), bram, later), 'taken'],
    ['a second join', join(conversation(held('joined', 'rosa')), rosa, later), 'joined'],
    ['words of somebody else', speak(conversation(held('joined', 'rosa')), bram, later), 'joined'],
    ['words before joining', speak(conversation(held('taken', 'rosa')), rosa, later), 'taken'],
    ['a second nudge', nudge(conversation(nudgedPhase), later), 'joined'],
    ['a return by somebody else', returnToPool(conversation(held('joined', 'rosa')), bram), 'joined'],
    ['a return from the pool', returnToPool(pool, rosa), 'waiting'],
    ['a second team card', showTeamCard(conversation(told), later), 'waiting'],
    ['a second word to the caller', tellCaller(conversation(told), later), 'waiting'],
    ['a security report from the pool', recordUnsecured(pool, later), 'waiting'],
    ['a good security report after the end', recordSecured(ended), 'ended'],
    ['a sign of life after the end', recordContact(ended, later), 'ended'],
    ['a second end', end(ended, 'caller', later), 'ended'],
  ])('refuses %s', (_, transition, phase) => {
    expect(transition).toEqual({ ok: false, problem: { code: 'invalid-transition', phase } });
  });

  test('notes when the team card was shown and the caller told', () => {
    expect(after(showTeamCard(pool, later)).phase).toMatchObject({ teamCardSince: later });
    expect(after(tellCaller(pool, later)).phase).toMatchObject({ callerToldAt: later });
  });
});

describe('going on duty', () => {
  const member = rosterMember(roster, rosa);
  const identity = { masterKey: 'key of rosa', signedDevices: 1, sessionKeys: [] };
  const known = duty('rosa', 0, { state: 'off' });

  test.each([
    ['the first time', undefined],
    ['with the pinned identity', known],
    ['when on duty already', duty('rosa', 0)],
  ])('is allowed %s', (_, before) => {
    const allowed = { ok: true, value: { pin: 'key of rosa' } };
    expect(mayGoOnDuty({ member, identity, duty: before })).toEqual(allowed);
  });

  test.each([
    ['a stranger', { member: undefined }, 'not-in-roster'],
    [
      'somebody without cross-signing',
      { identity: { masterKey: null, signedDevices: 0, sessionKeys: [] } },
      'no-cross-signing',
    ],
    [
      'somebody without a signed device',
      { identity: { ...identity, signedDevices: 0, sessionKeys: [] } },
      'no-signed-device',
    ],
    ['another identity', { identity: { ...identity, masterKey: 'other' } }, 'identity-changed'],
    [
      'an unsigned other identity',
      { identity: { masterKey: 'other', signedDevices: 0, sessionKeys: [] } },
      'identity-changed',
    ],
    ['an unconfirmed identity', { duty: suspectIdentity(known, 'other', later) }, 'identity-changed'],
  ])('is refused to %s', (_, more, code) => {
    expect(mayGoOnDuty({ member, identity, duty: known, ...more })).toEqual({ ok: false, problem: { code } });
  });
});

describe('duty', () => {
  const on = duty('rosa', 60);

  test('begins idle, with the identity pinned for good', () => {
    const first = goOn(undefined, { counsellor: rosa, pin: 'key', now: later });
    const whole = { counsellor: rosa, state: 'on', since: later, idleSince: later, pinnedMasterKey: 'key' };
    expect(first).toEqual({ ...whole, unconfirmedMasterKey: null, offboardedAt: null });
    expect(goOn(goOff(first, later), { counsellor: rosa, pin: 'other', now: later }).pinnedMasterKey).toBe(
      'key',
    );
  });

  test('goes on unchanged for somebody who is on already', () => {
    expect(goOn(on, { counsellor: rosa, pin: 'key of rosa', now: later })).toBe(on);
  });

  test('pauses only from on, and is off only once', () => {
    expect(pause(on, later)).toMatchObject({ state: 'paused', since: later });
    const off = goOff(on, later);
    expect(off).toMatchObject({ state: 'off', since: later });
    expect(pause(off, later + 1)).toBe(off);
    expect(goOff(off, later + 1)).toBe(off);
  });

  test('begins a new idle time after a conversation and after a pause', () => {
    expect(becomeIdle(on, later).idleSince).toBe(later);
    const back = goOn(pause(on, later), { counsellor: rosa, pin: 'key of rosa', now: later + 1 });
    expect(back).toMatchObject({ state: 'on', idleSince: later + 1 });
  });

  test('ends with another identity until a coordinator confirms it', () => {
    expect(isOtherIdentity(on, 'other')).toBe(true);
    expect(isOtherIdentity(on, 'key of rosa')).toBe(false);
    expect(isOtherIdentity(undefined, 'other')).toBe(false);
    const suspect = suspectIdentity(on, 'other', later);
    expect(suspect).toMatchObject({
      state: 'off',
      pinnedMasterKey: 'key of rosa',
      unconfirmedMasterKey: 'other',
    });
    const forced = goOn(suspect, { counsellor: rosa, pin: 'other', now: later });
    expect(forced.unconfirmedMasterKey).toBe('other');
    expect(confirmIdentity(suspect, 'other')).toMatchObject({
      ok: true,
      value: { state: 'off', pinnedMasterKey: 'other', unconfirmedMasterKey: null },
    });
  });

  test.each([[undefined], [on]])('has nothing to confirm in %j', (before) => {
    expect(confirmIdentity(before, 'other')).toEqual({ ok: false, problem: { code: 'nothing-to-confirm' } });
  });
});
