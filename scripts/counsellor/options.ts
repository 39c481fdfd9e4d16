import { parseArgs } from 'node:util';
import { pickUser, shortName, usualName, type Run, type RunUser } from './account.ts';

/** How `npm run counsellor` is used. */
export const usage = `npm run counsellor                een kleine hulpverlener in de terminal, als ${usualName}
npm run counsellor -- bram        als iemand anders
npm run counsellor -- --recovery-key "…"
                                  als dit account zijn sleutels in Element kreeg
Met /help zie je daarna wat je kan schrijven.
`;

/** What was asked for on the command line, or a sentence that says what is wrong with it. */
export type TerminalOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly sentence: string }
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly runFile: string;
      readonly recoveryKey: string | undefined;
    };

/** Reads the command line. */
export function readOptions(args: readonly string[], usualRunFile: string): TerminalOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        run: { type: 'string', default: usualRunFile },
        'recovery-key': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const [name = usualName, ...more] = positionals;
    if (more.length > 0) return { kind: 'problem', sentence: `Eén naam tegelijk.\n${usage}` };
    return { kind: 'start', name, runFile: values.run, recoveryKey: values['recovery-key'] };
  } catch {
    return { kind: 'problem', sentence: `Dat begrijp ik niet. Zo gebruik je het:\n${usage}` };
  }
}

/** The account to log in with, or a sentence that says why not: nobody is that, or the demo counsellor is them. */
export function chooseUser(
  run: Pick<Run, 'users'>,
  name: string,
  demoCounsellor: RunUser | undefined,
): RunUser | string {
  const staff = run.users.filter((user) => user.role !== 'administrator');
  const user = pickUser({ users: staff }, name);
  const others = staff.filter((each) => each.userId !== demoCounsellor?.userId);
  const names = others.map((each) => shortName(each.userId)).join(', ');
  if (user === undefined) return `“${name}” staat niet in de lijst. Kies uit: ${names}`;
  if (user.userId === demoCounsellor?.userId) {
    return `${shortName(user.userId)} is nu de demo-hulpverlener van npm start. Kies iemand anders: ${names}`;
  }
  return user;
}
