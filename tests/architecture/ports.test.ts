import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from '../../scripts/stack/checkout.ts';
import { sourceFiles } from '../support/source-files.ts';

/** Ports of which the one in memory and the real one pass the same suite. */
const contracts: Readonly<Record<string, string>> = {
  ActionQueue: 'ports/actions-contract.ts',
  Actions: 'ports/actions-contract.ts',
  CallerSessions: 'ports/caller-sessions-contract.ts',
  Clock: 'ports/system.test.ts',
  Closures: 'ports/unit-of-work-contract.ts',
  Conversations: 'ports/conversations-contract.ts',
  DeskRooms: 'ports/unit-of-work-contract.ts',
  Duties: 'ports/unit-of-work-contract.ts',
  HandledEvents: 'ports/unit-of-work-contract.ts',
  IdSource: 'ports/system.test.ts',
  LeftRequests: 'ports/unit-of-work-contract.ts',
  TransactionInbox: 'ports/transaction-inbox-contract.ts',
  UnitOfWork: 'ports/unit-of-work-contract.ts',
};

/**
 * Ports of which the real one alone has tests: what stands in for it in unit tests answers what a test tells it to, or there
 * is nothing that stands in for it.
 */
const realPartOnly: Readonly<Record<string, string>> = {
  CallerRegistrar: 'integration/matrix-bridge.test.ts',
  Changes: 'integration/postgres.test.ts',
  CounsellorIdentities: 'integration/matrix-bridge.test.ts',
  CryptoStore: 'integration/postgres-single-writer.test.ts',
  DataKeys: 'ports/system.test.ts',
  DeskReader: 'integration/matrix-service-process.ts',
  DeskRoomMaker: 'integration/matrix-desk.test.ts',
  DeskSender: 'integration/matrix-desk.test.ts',
  EventLog: 'ports/system.test.ts',
  HomeserverHealth: 'integration/matrix-bridge.test.ts',
  RoomCreator: 'integration/matrix-bridge.test.ts',
  RoomInviter: 'integration/matrix-bridge.test.ts',
  RoomRemover: 'integration/matrix-bridge.test.ts',
  Sealer: 'ports/system.test.ts',
  StaffPresence: 'integration/matrix-bridge.test.ts',
  Steps: 'ports/system.test.ts',
  Vault: 'ports/system.test.ts',
};

/** Not a port: what a unit of work hands out, each of which is one. */
const collections = ['Registers'];

const ports = sourceFiles('appservice/ports').flatMap(({ tree }) =>
  tree.statements
    .filter(ts.isInterfaceDeclaration)
    .filter((each) => !collections.includes(each.name.text))
    .map((each) => ({
      name: each.name.text,
      calls: each.members.flatMap((member) => (member.name === undefined ? [] : [member.name.getText(tree)])),
    })),
);

test('every port has its contract suite, or tests of the real part', () => {
  const listed = [...Object.keys(contracts), ...Object.keys(realPartOnly)];
  expect(listed.toSorted()).toEqual(ports.map(({ name }) => name).toSorted());
});

test('every call of a port is tried by the tests that are named for it', () => {
  const untried = ports.flatMap(({ name, calls }) => {
    const file = contracts[name] ?? realPartOnly[name] ?? '';
    const text = readFileSync(join(checkout, 'tests', file), 'utf8');
    return calls
      .filter((call) => !new RegExp(`\\b${call}[(']`).test(text))
      .map((call) => `${name}.${call}: ${file}`);
  });
  expect(untried).toEqual([]);
});
