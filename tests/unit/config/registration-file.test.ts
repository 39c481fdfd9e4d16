import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { registrationOf } from '../../../appservice/adapters/matrix/registration.ts';
import { writeRegistration } from '../../../scripts/registration/write-registration.ts';
import { configWorld } from './config-world.ts';

const world = configWorld();
const file = join(world.folder, 'registration.yaml');

beforeEach(() => {
  world.reset();
});

afterAll(() => {
  world.remove();
});

describe('the registration file', () => {
  test('holds the registration of the configuration and its secrets', () => {
    writeRegistration(world.load(world.minimal), { file });
    expect(parse(readFileSync(file, 'utf8'))).toEqual(
      registrationOf({
        registrationId: 'helpline-1712',
        serverName: 'example.org',
        url: 'http://127.0.0.1:8081',
        asToken: 'as-token-as-token-as-token',
        hsToken: 'hs-token-hs-token-hs-token',
      }),
    );
  });

  test('names the address at which the homeserver reaches the private listener, where that is another one', () => {
    writeRegistration(world.load(world.minimal), { file, url: 'http://10.0.0.5:9000' });
    expect(parse(readFileSync(file, 'utf8'))).toMatchObject({ url: 'http://10.0.0.5:9000' });
  });

  test('is read by its owner only, whoever could read the file that stood there', () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o644);
    writeRegistration(world.load(world.minimal), { file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('names an IPv6 address as an address of the web does', () => {
    const listeners = "publicOrigin: https://chat.example.org\n  private: { host: '::1' }";
    writeRegistration(
      world.load(world.minimal.replace('publicOrigin: https://chat.example.org', listeners)),
      {
        file,
      },
    );
    expect(parse(readFileSync(file, 'utf8'))).toMatchObject({ url: 'http://[::1]:8081' });
  });
});
