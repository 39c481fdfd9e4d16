import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load.ts';
import { foldersLeftBehind } from '../start/elsewhere.ts';
import { lastPortBase } from '../start/last-ports.ts';
import { starterName } from '../stack/endings.ts';
import { defaultPortBase, layoutOf, portsFrom } from '../stack/layout.ts';
import { isPortTaken } from '../stack/ports.ts';
import { canEnter, isPostgresAccountMissing, postgresAccount } from '../stack/postgres-account.ts';
import { checkout } from '../stack/checkout.ts';
import { findPostgresBinaries, folderElsewhere } from '../stack/postgres-binaries.ts';
import { ownProcess } from '../stack/processes.ts';
import { StackError } from '../stack/stack-error.ts';
import { venvPython } from '../stack/synapse.ts';
import type { Finding } from './finding.ts';
import { auditLog } from './audit-log.ts';
import { leftBehind } from './left-behind.ts';

/** One thing the doctor looks at. */
export type Inspection = {
  readonly name: string;
  readonly look: () => Finding | Promise<Finding>;
};

const layout = layoutOf(join(checkout, '.data'));
const well = (sentence: string): Finding => ({ isWell: true, sentence });
const wrong = (sentence: string): Finding => ({ isWell: false, sentence });

/** Everything that `npm start` stands on. */
export const inspections: readonly Inspection[] = [
  { name: 'Node 24', look: node },
  { name: 'PostgreSQL', look: postgres },
  { name: 'Synapse', look: synapse },
  { name: 'folders', look: folders },
  { name: 'secrets', look: secrets },
  { name: 'configuration', look: configuration },
  { name: 'audit log', look: auditLog },
  { name: 'ports', look: ports },
  { name: 'left behind', look: () => leftBehind(foldersLeftBehind()) },
];

function node(): Finding {
  const program = join(checkout, 'node_modules/.bin/node');
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (status === 0 && stdout.startsWith('v24.')) return well(`${stdout.trim()} from npm.`);
  return wrong('node_modules/.bin/node is missing or not Node 24: run "npm start", which installs it.');
}

function postgres(): Finding {
  try {
    if (isPostgresAccountMissing()) return well('the next "npm start" makes the account "postgres" for it.');
    const account = postgresAccount();
    const folder = findPostgresBinaries(account);
    if (!existsSync(folder)) return well(`the next "npm start" copies it to ${folder}.`);
    const program = join(folder, 'bin/postgres');
    const { status, stdout } = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
    if (status === 0) return well(`${stdout.trim()} can be run.`);
    return wrong(`${program} cannot be run: remove node_modules and run "npm start" again.`);
  } catch (failure) {
    if (failure instanceof StackError) return wrong(failure.message);
    throw failure;
  }
}

function synapse(): Finding {
  const { status, stdout } = spawnSync(
    venvPython,
    ['-c', 'import synapse, psycopg2; print(synapse.__version__)'],
    { encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
  );
  if (status === 0) return well(`Synapse ${stdout.trim().split(' ')[0] ?? ''} can be run.`);
  return wrong('the Python environment is missing or broken: remove .data/venv and run "npm start" again.');
}

function folders(): Finding {
  if (isPostgresAccountMissing()) return well('who may enter is known once the account "postgres" exists.');
  const account = postgresAccount();
  if (account === undefined || canEnter(account, checkout)) return well('everybody who must enter may.');
  return well(
    `only root may enter the checkout, so PostgreSQL's data and programs lie in ${folderElsewhere()}.`,
  );
}

function secrets(): Finding {
  if (!existsSync(layout.secretsFolder)) return well('none yet: the first "npm start" makes them.');
  const isPrivate = (statSync(layout.secretsFolder).mode & 0o077) === 0;
  if (isPrivate) return well('only their owner may read them.');
  return wrong(`others may read ${layout.secretsFolder}: run "chmod 700" on it.`);
}

/** The one that `HELPLINE_CONFIG` names, as for the service; `npm start` writes a configuration of its own. */
function configuration(): Finding {
  if ((process.env['HELPLINE_CONFIG'] ?? '') === '') {
    return well('"npm start" writes its own; "HELPLINE_CONFIG=FILE npm run doctor" looks at yours.');
  }
  try {
    const { warnings } = loadConfig();
    return warnings.length === 0 ? well('everything in it fits together.') : wrong(warnings.join(' '));
  } catch (failure) {
    if (failure instanceof ConfigError) return wrong(failure.message);
    throw failure;
  }
}

async function ports(): Promise<Finding> {
  const base = lastPortBase(layout.dataFolder) ?? defaultPortBase;
  const range = `${String(base)} to ${String(base + 5)}`;
  if (ownProcess(layout.runFolder, starterName) !== undefined) {
    return well(`${range} are in use by your own "npm start".`);
  }
  const taken: number[] = [];
  for (const port of Object.values(portsFrom(base))) {
    if (await isPortTaken(port)) taken.push(port);
  }
  if (taken.length === 0) return well(`${range} are free.`);
  const other = base === 18_120 ? 19_120 : 18_120;
  return wrong(`${taken.join(', ')} taken by another program: use "npm start -- --ports ${String(other)}".`);
}
