import type { StackPorts } from '../stack/layout.ts';
import type { SeededPerson } from '../stack/people.ts';
import type { StartOptions } from './start-options.ts';

/** What a newcomer reads when everything runs: what to open, with which name and password, in which order. */
export function whatToOpen(
  options: StartOptions,
  ports: StackPorts,
  people: readonly SeededPerson[],
): string {
  const demoPage = `http://localhost:${ports.demoPage}/`;
  const hours =
    options.hours === 'always' ? 'always open, as a demo' : "open at the sample's opening hours only";
  return [
    '',
    `The helpline runs, ${hours}. Everything listens on this computer only.`,
    '',
    `  Demo page   ${demoPage}`,
    `  Homeserver  http://localhost:${ports.homeserver}`,
    '',
    ...(options.hasDemoCounsellor ? withDemoCounsellor(demoPage) : withoutDemoCounsellor()),
    ...elementSteps(options, ports, people),
    ...peopleTable(people),
    'Ctrl-C stops everything that was started here. Data and passwords are kept; --fresh forgets them.',
    '',
  ].join('\n');
}

function withDemoCounsellor(demoPage: string): readonly string[] {
  return [
    'A demo counsellor is on duty. With a browser alone:',
    `  open ${demoPage}, press the button of the chat, and write something.`,
    '',
  ];
}

function withoutDemoCounsellor(): readonly string[] {
  return [
    'Nobody is on duty yet, so the page says "offline". With a browser alone, stop with Ctrl-C and start again with:',
    '  npm start -- --demo-counsellor',
    '',
  ];
}

function elementSteps(
  options: StartOptions,
  ports: StackPorts,
  people: readonly SeededPerson[],
): readonly string[] {
  const counsellor = people.find((person) => person.team === 'limburg') ?? people[0];
  const name = nameOf(counsellor);
  const element =
    options.elementFolder === null
      ? 'Open Element, on the web or on the desktop: any Element can be pointed at this homeserver.'
      : `Open Element at http://localhost:${ports.element}/ (or any other Element, web or desktop).`;
  return [
    'As a counsellor, in Element:',
    `  1. ${element}`,
    `  2. Press "Sign in", change the homeserver to http://localhost:${ports.homeserver}`,
    `  3. Sign in as ${name} with the password ${counsellor?.password ?? ''}`,
    '     and let Element set up its recovery key: a device that is not verified gets no keys.',
    '  4. Accept the invitation to your own desk room and write there: !aan',
    '  5. Press the button on the demo page. A card comes into your desk room: press ✋, then accept the invitation.',
    '',
    `Without Element, in a second terminal: npm run counsellor -- ${name}`,
    '',
  ];
}

function peopleTable(people: readonly SeededPerson[]): readonly string[] {
  const rows = people.map((person) => {
    const what = person.team === null ? person.role : `${person.role} ${person.organisation} ${person.team}`;
    return `  ${nameOf(person).padEnd(10)}  ${person.password.padEnd(20)}  ${what}`;
  });
  return ['Everybody (name, password, what they are):', ...rows, ''];
}

function nameOf(person: SeededPerson | undefined): string {
  return person?.userId.replace(/^@/, '').replace(/:.*$/, '') ?? '';
}
