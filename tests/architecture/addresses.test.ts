import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkout } from '../../scripts/stack/checkout.ts';
import { filesBelow } from '../support/source-files.ts';

const service = filesBelow(join(checkout, 'appservice')).map((path) => ({
  path: relative(checkout, path),
  text: readFileSync(path, 'utf8'),
}));
const holding = (pattern: RegExp) => service.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test('one function opens an address, and one place asks for it (S26)', () => {
  expect(holding(/\.open\(address\b/)).toEqual(['appservice/adapters/system/vault.ts']);
  expect(holding(/\bopenAddress\(sealed\)\s*,|vault\.openAddress\(/)).toEqual([
    'appservice/usecases/tell-who-has-it.ts',
  ]);
});

test('one table has a column with an address (S26)', () => {
  const columns = service
    .filter(({ path }) => path.endsWith('.sql'))
    .flatMap(({ text }) => [
      ...text.matchAll(/^\s*(?:ADD COLUMN\s+)?(\w*(?:address|_ip|ip_)\w*)\s+(?:bytea|text|inet)/gim),
    ])
    .map(([, column]) => column);
  expect(columns).toEqual(['sealed_address']);
});
