import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem } from '../prepare/problem.mjs';

const known = {
  'demo-counsellor': { type: 'boolean', default: false },
  hours: { type: 'string', default: 'always' },
  now: { type: 'string' },
  ports: { type: 'string', default: '17120' },
  element: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};

/** What `npm start -- --help` prints. */
export const usage = `npm start -- [options]

  --demo-counsellor   also start a counsellor who goes on duty, takes and answers, plainly marked as a demo
  --hours real        the sample's opening hours instead of always open
  --now TIME          start with the clock at this time in Brussels, such as 2027-05-25T17:30
  --ports BASE        use the ports BASE to BASE+9 (17120)
  --element DIR       also serve the unpacked Element Web release of this folder
  --fresh             forget all data of earlier starts first
  -h, --help          show these options
`;

/**
 * Reads the options of `npm start`.
 *
 * @throws {Problem} naming the option that is wrong.
 */
export function parseOptions(args, environment = process.env) {
  refuseWhatNpmKept(environment);
  const { values } = readArguments(args);
  const { hours, now } = values;
  if (!['always', 'real'].includes(hours)) {
    throw new Problem(`--hours is "always" or "real", not "${hours}".`, 2);
  }
  if (now !== undefined && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/.test(now)) {
    throw new Problem(`--now is a time such as 2027-05-25T17:30, not "${now}".`, 2);
  }
  const ports = Number(values.ports);
  if (!Number.isInteger(ports) || ports < 1_024 || ports > 65_526) {
    throw new Problem(`--ports is a number from 1024 to 65526, not "${values.ports}".`, 2);
  }
  return {
    hasDemoCounsellor: values['demo-counsellor'],
    hours,
    now: now ?? null,
    portBase: ports,
    // npm moves to the clone first, and INIT_CWD is where the person stands.
    elementFolder: values.element === undefined ? null : resolve(environment.INIT_CWD ?? '', values.element),
    isFresh: values.fresh,
    isHelp: values.help,
  };
}

/** npm takes options that stand before `--` for its own, and hands them on in the environment only. */
function refuseWhatNpmKept(environment) {
  const kept = Object.keys(known).find((name) => {
    return environment[`npm_config_${name.replaceAll('-', '_')}`] !== undefined;
  });
  if (kept === undefined) return;
  const example = `npm start -- --${kept}${known[kept].type === 'string' ? ' …' : ''}`;
  throw new Problem(`npm kept --${kept} for itself: write "--" before it, as in "${example}".`, 2);
}

function readArguments(args) {
  try {
    return parseArgs({ args, options: known, strict: true, allowPositionals: false });
  } catch (error) {
    const [sentence] = error.message.split('. ');
    const hint =
      error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL' ? ' options stand after "--", and' : '';
    throw new Problem(`${sentence.replace(/\.$/, '')}:${hint} "npm start -- --help" lists them.`, 2);
  }
}
