/**
 * `npm run counsellor`: a small counsellor for whoever has no Element at hand. It shows invitations, cards and words,
 * and takes what a person in Element would type or press.
 */
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from '../stack/checkout.ts';
import { commandLineOf } from '../stack/process-table.ts';
import {
  demoCounsellorOf,
  keepRecoveryKey,
  readRecoveryKey,
  readRun,
  shortName,
  usualName,
} from './account.ts';
import { awaySentence, failureSentence } from './away.ts';
import { connectCounsellor, CounsellorError } from './connect.ts';
import type { CounsellorEvent } from './events.ts';
import { createTurns } from './in-turn.ts';
import { chooseUser, readOptions, usage } from './options.ts';
import { explanation } from './screen-words.ts';
import { beginSession } from './session.ts';

/** How long a homeserver may take to let somebody in. */
const logInMs = 30_000;
/** How long the answers to what was piped in may take. */
const answersMs = 3_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): never => {
  process.stderr.write(`${line}\n`);
  process.exit(1);
};

const options = readOptions(process.argv.slice(2), join(checkout, '.data/run.json'));
if (options.kind === 'problem') fail(options.sentence);
if (options.kind !== 'start') {
  print(usage);
  process.exit(0);
}
const run = readRun(options.runFile) ?? fail('Er draait hier niets: begin met npm start.');
const chosen = chooseUser(run, options.name, demoCounsellorOf(run, commandLineOf));
const user = typeof chosen === 'string' ? fail(chosen) : chosen;
const name = shortName(user.userId);

const tooLong = setTimeout(() => fail(awaySentence), logInMs);
const early: CounsellorEvent[] = [];
let hear = (event: CounsellorEvent): void => void early.push(event);
const counsellor = await connectCounsellor({
  homeserver: run.homeserver,
  userId: user.userId,
  password: user.password,
  isCrossSigned: true,
  recoveryKey: options.recoveryKey ?? readRecoveryKey(run, user),
  onEvent: (event) => {
    hear(event);
  },
}).catch((failure: unknown) =>
  fail(
    failure instanceof CounsellorError && failure.code === 'foreign-identity'
      ? 'Dit account kreeg zijn sleutels in Element. Geef de herstelsleutel: --recovery-key "…"'
      : failureSentence(failure),
  ),
);
clearTimeout(tooLong);
if (counsellor.recoveryKey !== null) {
  keepRecoveryKey(run, user, counsellor.recoveryKey);
  print(`Herstelsleutel (voor Element): ${counsellor.recoveryKey}`);
}
print(`Je bent aangemeld als ${name}.${explanation}`);

let isLeaving = false;
const leave = (): void => {
  if (isLeaving) return; // Ctrl-C comes twice: from the terminal, and from npm
  isLeaving = true;
  void session.leave().finally(() => process.exit(0));
};
const session = beginSession({
  counsellor,
  early,
  print,
  comeBack: name === usualName ? 'npm run counsellor' : `npm run counsellor -- ${name}`,
  onStop: leave,
});
hear = session.handleEvent;

const turns = createTurns((failure) => {
  print(failureSentence(failure));
});
createInterface({ input: process.stdin })
  .on('line', (line) => {
    turns.add(() => session.handleLine(line));
  })
  .on('close', () => {
    // What was piped in has its answers still to come.
    turns.add(() => pause(process.stdin.isTTY ? 0 : answersMs));
    void turns.done().then(leave);
  });
process.on('SIGINT', leave);
process.on('SIGTERM', leave);
