/** `npm run audit`: walks the chain of the audit log (S32) and says whether a line was changed or taken away; never what one says. */
import { parseArgs } from 'node:util';
import { inspectAudit } from '../appservice/adapters/postgres/audit-keeping.ts';
import { starting } from '../appservice/adapters/system/start-error.ts';
import { auditWords, isWell, readMark } from './audit/audit-words.ts';
import { configOfStart, problemsOf } from './operator-config.ts';

const usage = `npm run audit -- [options]

  --config FILE        the configuration; else the one that the environment variable HELPLINE_CONFIG names, else that of npm start
  --noted NUMBER:HASH  what an earlier run printed to be noted: is everything up to there as it was?
  -h, --help           show these options

Ends with 0 when every line is there and as it was written, with 1 when not or when the noted line was erased meanwhile,
with 78 when it could not look.
`;

/** EX_CONFIG of sysexits.h. */
const couldNotLook = 78;

// npm moves to the clone first; paths are meant from where the person stands.
process.chdir(process.env['INIT_CWD'] ?? '.');

try {
  const { config, noted, help } = readOptions();
  if (help) process.stdout.write(usage);
  else await look(config, noted);
} catch (error) {
  for (const problem of problemsOf(error)) process.stderr.write(`${problem}\n`);
  process.exitCode = couldNotLook;
}

async function look(configFile: string | undefined, noted: string | undefined): Promise<void> {
  const mark = noted === undefined ? null : readMark(noted);
  if (mark === undefined) refuseOptions();
  const { access } = configOfStart(configFile);
  const report = await starting('database', inspectAudit(access, mark));
  for (const line of auditWords(report)) process.stdout.write(`${line}\n`);
  process.exitCode = isWell(report) ? 0 : 1;
}

function readOptions() {
  try {
    const options = {
      config: { type: 'string' },
      noted: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    return refuseOptions();
  }
}

function refuseOptions(): never {
  process.stderr.write(`That is not an option of this program. It has these:\n\n${usage}`);
  process.exit(couldNotLook);
}
