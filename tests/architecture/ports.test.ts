import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { checkout } from '../../scripts/stack/checkout.ts';
import { filesBelow, sourceFiles } from '../support/source-files.ts';

/** Ports of which the one in memory and the real one pass the same suite. */
const contracts: Readonly<Record<string, string>> = {
  ActionQueue: 'ports/actions-contract.ts',
  Actions: 'ports/actions-contract.ts',
  Alarms: 'ports/blocks-contract.ts',
  Blocks: 'ports/blocks-contract.ts',
  BlindSigner: 'ports/blind-signer.test.ts',
  CallerRegistrar: 'ports/caller-registrar-contract.ts',
  CallerSessions: 'ports/caller-sessions-contract.ts',
  Clock: 'ports/system.test.ts',
  Closures: 'ports/unit-of-work-contract.ts',
  ContactForms: 'ports/contacts-contract.ts',
  ContactRegister: 'ports/contacts-contract.ts',
  CodeWords: 'ports/code-words-contract.ts',
  WordHasher: 'ports/word-hasher.test.ts',
  Departures: 'ports/departures-contract.ts',
  DossierNotes: 'ports/contacts-contract.ts',
  Conversations: 'ports/conversations-contract.ts',
  CounsellorIdentities: 'ports/counsellors-seen-contract.ts',
  DeskReader: 'ports/desk-reader-contract.ts',
  DeskRoomMaker: 'ports/desk-room-maker-contract.ts',
  DeskInvitations: 'ports/desk-rooms-contract.ts',
  DeskRooms: 'ports/desk-rooms-contract.ts',
  DeskSpaces: 'ports/desk-rooms-contract.ts',
  DeskSender: 'ports/desk-sender-contract.ts',
  Duties: 'ports/unit-of-work-contract.ts',
  EventLog: 'ports/event-log.test.ts',
  Audit: 'ports/audit-contract.ts',
  FaultReports: 'ports/fault-reports-contract.ts',
  FeedbackBox: 'ports/feedback-contract.ts',
  FeedbackTokens: 'ports/feedback-contract.ts',
  HandledEvents: 'ports/unit-of-work-contract.ts',
  HomeserverHealth: 'ports/homeserver-outage-contract.ts',
  IdSource: 'ports/system.test.ts',
  InvitingByOthers: 'ports/inviting-contract.ts',
  ConversationWords: 'ports/conversation-words-contract.ts',
  RoomLevelsKeeper: 'ports/levels-contract.ts',
  Participants: 'ports/aftermath-contract.ts',
  Reopenings: 'ports/aftermath-contract.ts',
  Resumes: 'ports/resumes-contract.ts',
  AddressViews: 'ports/address-views-contract.ts',
  CallerHintsRegister: 'ports/recognitions-contract.ts',
  Recognitions: 'ports/recognitions-contract.ts',
  RecognitionKeys: 'ports/recognition-keys.test.ts',
  ResumeKeys: 'ports/resume-keys.test.ts',
  LeftRequests: 'ports/unit-of-work-contract.ts',
  RoomCreator: 'ports/conversation-rooms-contract.ts',
  RoomInviter: 'ports/conversation-rooms-contract.ts',
  RoomPurger: 'ports/room-purger-contract.ts',
  RoomRemover: 'ports/conversation-rooms-contract.ts',
  StaffAccounts: 'ports/staff-accounts-contract.ts',
  StaffPresence: 'ports/counsellors-seen-contract.ts',
  Steps: 'ports/steps-programs.ts',
  TransactionInbox: 'ports/transaction-inbox-contract.ts',
  UnitOfWork: 'ports/unit-of-work-contract.ts',
  Vault: 'ports/vault.test.ts',
};

/** Ports that nothing stands in for: unit tests have no need of them, and the real one alone has tests. */
const realPartOnly: Readonly<Record<string, string>> = {
  Changes: 'integration/postgres.test.ts',
  CryptoStore: 'integration/postgres-single-writer.test.ts',
  DataKeys: 'ports/vault.test.ts',
  Sealer: 'ports/system.test.ts',
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

test('every shared suite is run on what stands in and on the real part', () => {
  const tests = filesBelow(join(checkout, 'tests')).filter((file) => file.endsWith('.test.ts'));
  const reached = tests
    .map((file) => relative(checkout, file))
    .map((path) => ({ path, files: importsOf(path) }));
  const lacking = [...new Set(Object.values(contracts))].flatMap((suite) => {
    const runs = reached.filter(({ files }) => files.has(`tests/${suite}`));
    const isFaked = runs.some(({ files }) =>
      [...files].some((file) => /^tests\/support\/(memory|driven)-/.test(file)),
    );
    const isReal = runs.some(({ path, files }) => {
      const isOnReal = [...files].some((file) => file.startsWith('appservice/adapters/'));
      return isOnReal || path.startsWith('tests/integration/');
    });
    return isFaked && isReal ? [] : [suite];
  });
  expect(lacking).toEqual([]);
});

/** The file itself and every file of ours that it imports, directly or not. */
function importsOf(path: string, known: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (known.has(path)) return known;
  const text = readFileSync(join(checkout, path), 'utf8');
  const imported = [...text.matchAll(/ from '(\.[^']+\.ts)'/g)].map(([, file = '']) =>
    join(dirname(path), file),
  );
  return imported.reduce<ReadonlySet<string>>((all, file) => importsOf(file, all), new Set([...known, path]));
}
