import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import {
  memoryActionQueue,
  memoryCallerSessions,
  memoryDatabase,
  memoryTransactionInbox,
  memoryUnitOfWork,
} from '../support/memory-registers.ts';
import { must } from '../support/parsed.ts';
import { actionsContract } from './actions-contract.ts';
import { aftermathContract } from './aftermath-contract.ts';
import { addressViewsContract } from './address-views-contract.ts';
import { auditContract } from './audit-contract.ts';
import { alarmsContract, blocksContract } from './blocks-contract.ts';
import { callerSessionsContract } from './caller-sessions-contract.ts';
import { contactsContract } from './contacts-contract.ts';
import { codeWordsContract } from './code-words-contract.ts';
import { conversationsContract } from './conversations-contract.ts';
import { departuresContract } from './departures-contract.ts';
import { faultReportsContract } from './fault-reports-contract.ts';
import { deskRoomsContract } from './desk-rooms-contract.ts';
import { postgresWorld, type PostgresWorld } from './postgres-world.ts';
import type { OpenWorld, RegisterWorld } from './register-world.ts';
import { recognitionsContract } from './recognitions-contract.ts';
import { resumesContract } from './resumes-contract.ts';
import { transactionInboxContract } from './transaction-inbox-contract.ts';
import { smallRegistersContract, unitOfWorkContract } from './unit-of-work-contract.ts';

const contracts = [
  unitOfWorkContract,
  smallRegistersContract,
  deskRoomsContract,
  conversationsContract,
  callerSessionsContract,
  actionsContract,
  resumesContract,
  transactionInboxContract,
  faultReportsContract,
  auditContract,
  blocksContract,
  alarmsContract,
  recognitionsContract,
  contactsContract,
  aftermathContract,
  departuresContract,
  addressViewsContract,
  codeWordsContract,
];

function runContracts(world: OpenWorld): void {
  for (const contract of contracts) contract(world);
}

describe('in memory,', () => {
  let world: RegisterWorld | undefined;

  beforeEach(() => {
    const database = memoryDatabase();
    world = {
      unitOfWork: memoryUnitOfWork(database),
      actionQueue: memoryActionQueue(database),
      transactionInbox: memoryTransactionInbox(database),
      callerSessions: memoryCallerSessions(database),
    };
  });

  runContracts(() => must(world, 'a world'));
});

describe('in PostgreSQL,', () => {
  let world: PostgresWorld | undefined;

  beforeAll(async () => {
    world = await postgresWorld();
  }, 60_000);

  beforeEach(async () => {
    await world?.empty();
  });

  afterAll(async () => {
    await world?.stop();
  }, 60_000);

  runContracts(() => must(world, 'a world').postgres);
});
