import { describe, expect, test } from '@jest/globals';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { callerPlaces, createVault } from '../../appservice/adapters/system/vault.ts';
import type { SealedCaller } from '../../appservice/ports/conversations.ts';
import type { Vault } from '../../appservice/ports/vault.ts';
import { memoryVault } from '../support/memory-system.ts';
import { must } from '../support/parsed.ts';

/** A vault, and who opens with a data key what lies in one place. */
type VaultWorld = {
  readonly vault: Vault;
  readonly open: (key: SealedCaller['wrappedDataKey'], sealed: Uint8Array, place: string) => string;
};

const caller = { nickname: 'Zonnebloem', address: '203.0.113.7' };
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const masterKey = (fill: number) => new Uint8Array(32).fill(fill);

function realVault(): VaultWorld {
  const dataKeys = createDataKeys(masterKey(3));
  return {
    vault: createVault(dataKeys),
    open: (key, sealed, place) => Buffer.from(dataKeys.unwrap(key).open(sealed, place)).toString(),
  };
}

function vaultInMemory(): VaultWorld {
  const vault = memoryVault();
  return { vault, open: vault.open };
}

describe.each([
  ['real', realVault],
  ['in memory', vaultInMemory],
])('the vault, %s,', (_name, make) => {
  test('seals what leads to a caller so that their data key opens it', () => {
    const { vault, open } = make();
    const { wrappedDataKey, nickname, address } = vault.sealCaller(caller);
    expect(open(wrappedDataKey, must(nickname, 'a nickname'), callerPlaces.nickname)).toBe(caller.nickname);
    expect(open(wrappedDataKey, address, callerPlaces.address)).toBe(caller.address);
  });

  test('opens the address again, and none under the data key of another caller (R21)', () => {
    const { vault } = make();
    const [one, other] = [vault.sealCaller(caller), vault.sealCaller({ ...caller, address: '192.0.2.1' })];
    expect(vault.openAddress(one)).toBe(caller.address);
    expect(vault.openAddress(other)).toBe('192.0.2.1');
    expect(() => vault.openAddress({ ...one, wrappedDataKey: other.wrappedDataKey })).toThrow(Error);
  });

  test('stores nothing that can be read', () => {
    const { wrappedDataKey, nickname, address } = make().vault.sealCaller(caller);
    const stored = [wrappedDataKey, must(nickname, 'a nickname'), address].map(text).join('\n');
    expect(stored).not.toContain(caller.nickname);
    expect(stored).not.toContain(caller.address);
  });

  test('seals each caller under a data key of their own (design 10)', () => {
    const { vault, open } = make();
    const [one, other] = [vault.sealCaller(caller), vault.sealCaller(caller)];
    expect(text(one.wrappedDataKey)).not.toBe(text(other.wrappedDataKey));
    expect(text(one.address)).not.toBe(text(other.address));
    expect(() => open(other.wrappedDataKey, one.address, callerPlaces.address)).toThrow();
  });

  test('keeps no nickname where none was given', () => {
    expect(make().vault.sealCaller({ ...caller, nickname: null }).nickname).toBeNull();
  });

  test('hashes as SHA-256 does', () => {
    expect(make().vault.hash('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

describe('the real vault', () => {
  test('does not open under another master key', () => {
    const { wrappedDataKey } = realVault().vault.sealCaller(caller);
    expect(() => createDataKeys(masterKey(4)).unwrap(wrappedDataKey)).toThrow();
  });

  test('stands on data keys that come back from what was wrapped, also in another process', () => {
    const { wrappedDataKey, sealer } = createDataKeys(masterKey(3)).create();
    const again = createDataKeys(masterKey(3)).unwrap(wrappedDataKey);
    expect(text(again.open(sealer.seal(Buffer.from('geheim'), 'here'), 'here'))).toBe('geheim');
  });
});
