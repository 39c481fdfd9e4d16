/** `npm run contacts`: how many contacts there were by theme, as a table (S45); counts only, and of the register, which leads nowhere (R51). */
import { parseArgs } from 'node:util';
import { readContacts } from '../appservice/adapters/postgres/contact-reading.ts';
import { starting } from '../appservice/adapters/system/start-error.ts';
import { contactFigures } from '../appservice/domain/contact-figures.ts';
import { isInPeriod, readPeriod } from './contacts/contact-period.ts';
import { contactsTable } from './contacts/contacts-table.ts';
import { configOfStart, problemsOf } from './operator-config.ts';

const usage = `npm run --silent contacts -- --from 2026-01 --to 2026-12 > contacts.csv

  --from MONTH   the first month
  --to MONTH     the last month, which must be over
  --config FILE  the configuration; else the one that the environment variable HELPLINE_CONFIG names, else that of npm start
  -h, --help     show these options

Counts by theme of 1712, then in the categories of Child Helpline International. Themes with fewer than five contacts are
counted together. Whoever publishes two periods that overlap tells what one has more than the other: divide time one way.
`;

/** EX_CONFIG of sysexits.h. */
const couldNotCount = 78;

// npm moves to the clone first; paths are meant from where the person stands.
process.chdir(process.env['INIT_CWD'] ?? '.');

try {
  const { config, from, to, help } = readOptions();
  if (help) process.stdout.write(usage);
  else await count(config, { from, to });
} catch (error) {
  for (const problem of problemsOf(error)) process.stderr.write(`${problem}\n`);
  process.exitCode = couldNotCount;
}

type Asked = { readonly from: string | undefined; readonly to: string | undefined };

async function count(configFile: string | undefined, { from, to }: Asked): Promise<void> {
  const reading = readPeriod(from, to, Date.now());
  if (!reading.ok) refuse(reading.problem);
  const { config, access } = configOfStart(configFile);
  const all = await starting('database', readContacts(access));
  const { period } = reading;
  const contacts = all.filter(({ day }) => isInPeriod(period, day));
  process.stdout.write(contactsTable(contactFigures(config.contactRegister, contacts), period));
}

function readOptions() {
  try {
    const options = {
      config: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    return refuse('That is not an option of this program.');
  }
}

function refuse(problem: string): never {
  process.stderr.write(`${problem}\n\n${usage}`);
  process.exit(couldNotCount);
}
