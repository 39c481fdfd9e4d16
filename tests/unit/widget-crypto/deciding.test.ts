import { describe, expect, test } from '@jest/globals';
import { initAsync, OtherUserIdentity } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { PinnedCounsellor } from '../../../appservice/contract/conversation.ts';
import { pauseMs } from '../../../widget/crypto/back-off.ts';
import { createBell } from '../../../widget/crypto/bell.ts';
import { type CounsellorKeys, decideGate } from '../../../widget/crypto/decide-gate.ts';
import { readRefusal } from '../../../widget/crypto/gateway-error.ts';
import { createKeyLedger } from '../../../widget/crypto/key-ledger.ts';
import { createOutbox } from '../../../widget/crypto/outbox.ts';
import type { KeySharing } from '../../../widget/crypto/share-room-key.ts';
import { signCounsellor } from '../../../widget/crypto/sign-counsellor.ts';

const rosa = '@rosa:localhost';
const device = (deviceId: string) => ({ userId: rosa, deviceId });

describe('the back-off', () => {
  test.each([
    [1, 0, 1_000],
    [2, 0, 2_000],
    [3, 0, 4_000],
    [6, 0, 10_000],
    [5_000, 0, 10_000],
    [1, 1, 500],
    [3, 0.5, 3_000],
  ])('after %i failures with chance %d is %i ms', (failures, chance, expected) => {
    expect(pauseMs(failures, chance)).toBe(expected);
  });
  test('is never shorter than the server asks', () => {
    expect(pauseMs(1, 0, 7_000)).toBe(7_000);
  });
});

describe('a bell', () => {
  test('keeps a ring until somebody listens, and only one', async () => {
    const bell = createBell();
    bell.ring();
    bell.ring();
    await bell.heard();
    let isHeard = false;
    const second = bell.heard().then(() => (isHeard = true));
    await Promise.resolve();
    expect(isHeard).toBe(false);
    bell.ring();
    await second;
  });
});

describe('the gate decision', () => {
  const pinned: PinnedCounsellor = { userId: rosa, masterKey: 'M', organisation: 'CAW' };
  const keys: CounsellorKeys = { masterKey: 'M', isSignedByCaller: true, signedDevices: ['A'] };
  const refuse = (code: string) => ({ action: 'refuse', code });
  const allIsWell = { who: pinned, hasJoined: true, keys };
  test.each<[string, Partial<typeof allIsWell> | { who: undefined }, object]>([
    ['nobody named', { who: undefined }, { action: 'wait' }],
    ['named but not in the room', { hasJoined: false }, { action: 'wait' }],
    [
      'not signed by the caller and not in the room',
      { hasJoined: false, keys: { ...keys, isSignedByCaller: false } },
      { action: 'sign' },
    ],
    [
      'another identity that is not in the room',
      { hasJoined: false, keys: { ...keys, masterKey: 'N' } },
      { action: 'wait' },
    ],
    [
      'no identity, and not in the room',
      { hasJoined: false, keys: { ...keys, masterKey: undefined } },
      { action: 'wait' },
    ],
    ['no identity', { keys: { ...keys, masterKey: undefined } }, refuse('no-signed-device')],
    ['another identity', { keys: { ...keys, masterKey: 'N' } }, refuse('identity-changed')],
    ['a key that only begins alike', { keys: { ...keys, masterKey: 'M=' } }, refuse('identity-changed')],
    ['not signed by the caller', { keys: { ...keys, isSignedByCaller: false } }, { action: 'sign' }],
    [
      'replaced after the signing',
      { keys: { ...keys, masterKey: 'N', isSignedByCaller: false } },
      refuse('identity-changed'),
    ],
    ['no signed device', { keys: { ...keys, signedDevices: [] } }, refuse('no-signed-device')],
    ['all as it must be', {}, { action: 'share', userId: rosa, signedDevices: ['A'] }],
  ])('%s', (_name, change, expected) => {
    const { who, hasJoined, keys: known } = { ...allIsWell, ...change };
    expect(decideGate(who, hasJoined, known)).toEqual(expected);
  });
});

describe('the key ledger', () => {
  test('knows a device once a key was delivered, in this session and in later messages of it', () => {
    const ledger = createKeyLedger();
    expect(ledger.hasReached([device('A')])).toBe(false);
    ledger.delivered([device('A')]);
    expect(ledger.hasReached([device('B'), device('A')])).toBe(true);
    expect(ledger.confirm('S1', [device('A')])).toBe(true);
    expect(ledger.confirm('S1', [device('A')])).toBe(true);
  });
  test('does not count what was delivered for an earlier session', () => {
    const ledger = createKeyLedger();
    ledger.delivered([device('A')]);
    ledger.confirm('S1', [device('A')]);
    expect(ledger.confirm('S2', [device('A')])).toBe(false);
  });
  test('does not count a device that could not be reached, and remembers to ask for it', () => {
    const ledger = createKeyLedger();
    ledger.delivered([device('A')]);
    ledger.unreached([device('A')]);
    expect(ledger.hasReached([device('A')])).toBe(false);
    expect(ledger.withoutChannel()).toEqual([device('A')]);
    ledger.delivered([device('A')]);
    expect(ledger.withoutChannel()).toEqual([]);
  });
  test('does not mistake a device of somebody else for the same', () => {
    const ledger = createKeyLedger();
    ledger.delivered([{ userId: '@x:y', deviceId: 'A' }]);
    expect(ledger.hasReached([device('A')])).toBe(false);
  });
  test('forgets what was delivered with the session, not whom it could not reach', () => {
    const ledger = createKeyLedger();
    ledger.delivered([device('A')]);
    ledger.unreached([device('B')]);
    ledger.forget();
    expect(ledger.hasReached([device('A')])).toBe(false);
    expect(ledger.withoutChannel()).toEqual([device('B')]);
  });
});

describe('the signing of a counsellor', () => {
  test('after a confirmed reset forgets who had the key of the session that it throws away', async () => {
    const ledger = createKeyLedger();
    ledger.delivered([device('A')]);
    const calls: string[] = [];
    const note = (name: string) => () => Promise.resolve(calls.push(name));
    const identity: unknown = Object.create(OtherUserIdentity.prototype, {
      masterKey: { value: JSON.stringify({ keys: { 'ed25519:M': 'M' } }) },
      hasVerificationViolation: { value: () => true },
      withdrawVerification: { value: note('withdraw') },
      verify: { value: note('verify') },
    });
    const machine = {
      getIdentity: () => Promise.resolve(identity),
      invalidateGroupSession: note('invalidate'),
    };
    const requests = { send: note('send'), query: note('query') };
    const sharing = { machine, requests, ledger, roomId: '!room:localhost' } as unknown as KeySharing;
    await initAsync();
    await signCounsellor(sharing, { userId: rosa, masterKey: 'M' });
    expect(calls).toEqual(['withdraw', 'invalidate', 'verify', 'send', 'query']);
    expect(ledger.hasReached([device('A')])).toBe(false);
  });
});

describe('the outbox', () => {
  test('keeps the order, and a repeat is harmless before and after the sending', () => {
    const outbox = createOutbox();
    outbox.accept({ id: 'a', body: 'een' });
    outbox.accept({ id: 'b', body: 'twee' });
    expect(outbox.accept({ id: 'a', body: 'een' })).toEqual([]);
    expect(outbox.next()).toEqual({ id: 'a', body: 'een' });
    expect(outbox.markSent('a', '$1')).toEqual([{ kind: 'sent', id: 'a', eventId: '$1' }]);
    expect(outbox.accept({ id: 'a', body: 'een' })).toEqual([{ kind: 'sent', id: 'a', eventId: '$1' }]);
    expect(outbox.next()).toEqual({ id: 'b', body: 'twee' });
  });
  test('reports each message as held once', () => {
    const outbox = createOutbox();
    outbox.accept({ id: 'a', body: 'een' });
    expect(outbox.holdAll()).toEqual([{ kind: 'held', id: 'a' }]);
    outbox.accept({ id: 'b', body: 'twee' });
    expect(outbox.holdAll()).toEqual([{ kind: 'held', id: 'b' }]);
  });
  test.each([
    ['nothing', '', true],
    ['4,000 characters', 'x'.repeat(4_000), false],
    ['4,001 characters', 'x'.repeat(4_001), true],
    ['4,000 characters outside the basic plane', '😀'.repeat(4_000), false],
    ['4,001 of those', '😀'.repeat(4_001), true],
  ])('%s', (_name, body, isRefused) => {
    expect(createOutbox().accept({ id: 'a', body })).toEqual(isRefused ? [{ kind: 'refused', id: 'a' }] : []);
  });
});

describe('a refusal of the gateway', () => {
  test.each([
    [400, '{"errcode":"M_UNKNOWN_DEVICE"}', 'ended'],
    [401, '{"errcode":"M_UNKNOWN_TOKEN"}', 'ended'],
    [401, '{"errcode":"M_MISSING_TOKEN"}', 'ended'],
    [401, '{"flows":[]}', 'refused'],
    [403, '{"errcode":"M_UNKNOWN_TOKEN"}', 'refused'],
    [400, '{"errcode":"M_BAD_JSON"}', 'refused'],
    [404, '<html>', 'refused'],
    [413, '', 'refused'],
    [408, '', 'unreachable'],
    [500, '{"errcode":"M_UNKNOWN_TOKEN"}', 'unreachable'],
    [502, '', 'unreachable'],
    [429, '{"retry_after_ms":1500}', 'limited'],
  ])('%i %s means %s', (status, body, code) => {
    expect(readRefusal(status, body)).toMatchObject({ code, status });
  });
  test('says how long to wait, and nothing of what was asked', () => {
    const error = readRefusal(429, '{"retry_after_ms":1500,"error":"geheim"}');
    expect(error.retryAfterMs).toBe(1_500);
    expect(JSON.stringify([error, error.message])).not.toContain('geheim');
  });
});
