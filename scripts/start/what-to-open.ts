import type { PublicStatus } from '../../appservice/contract/status.ts';
import type { StackPorts } from '../stack/layout.ts';
import type { SeededPerson } from '../stack/people.ts';
import { startAgainWith } from './start-again.ts';
import type { StartOptions } from './start-options.ts';

/** What is known of a start once everything runs. */
export type Started = {
  readonly options: StartOptions;
  readonly ports: StackPorts;
  readonly people: readonly SeededPerson[];
  /** What the page says now. */
  readonly status: PublicStatus;
  /** Where the data lie. */
  readonly dataPlaces: string;
};

/** What a newcomer reads when everything runs: what to open, with which name and password, in which order. */
export function whatToOpen({ options, ports, people, status, dataPlaces }: Started): string {
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
    ...whatThePageSays(status, options, demoPage),
    '',
    ...elementSteps(options, ports, people),
    ...peopleTable(people),
    `Ctrl-C stops everything that was started here. Data and passwords stay in ${dataPlaces};`,
    '--fresh forgets them.',
    '',
  ].join('\n');
}

function whatThePageSays(status: PublicStatus, options: StartOptions, demoPage: string): readonly string[] {
  const { state, reason, nextOpening } = status;
  if (state === 'busy') {
    return [
      'Everybody on duty is taken, so the page says "busy". A conversation whose page was closed before an earlier stop',
      'ends 5 minutes after this start; --fresh forgets it.',
    ];
  }
  if (state === 'online') return whoIsOnDuty(options, demoPage);
  if (reason === 'nobody') {
    return [
      'Nobody is on duty yet, so the page says "offline". With a browser alone, stop with Ctrl-C and start again with:',
      `  ${startAgainWith('--demo-counsellor', options)}`,
    ];
  }
  if (reason === 'fault')
    return ['Something is wrong, and the page says so: "npm run doctor" may know more.'];
  const opening = nextOpening === null ? 'A coordinator opens it with !open.' : openingWords(nextOpening);
  return [
    `The helpline is closed now, whoever is on duty, so the page says "offline". ${opening}`,
    ...(options.hours === 'real'
      ? ['To see it open: without --hours real, or with --now 2027-05-25T17:30']
      : []),
  ];
}

function whoIsOnDuty(options: StartOptions, demoPage: string): readonly string[] {
  if (options.hasDemoCounsellor) {
    return [
      'A demo counsellor is on duty. With a browser alone:',
      `  open ${demoPage}, press the button of the chat, start the chat, skip the questions, and write something.`,
      '  The chat has the language of your browser.',
    ];
  }
  return [
    'Somebody is still on duty since an earlier start, so the page says "online"; whoever calls is answered only when',
    'they are at their desk, where !uit ends their duty. To be answered by a program, stop and start again with:',
    `  ${startAgainWith('--demo-counsellor', options)}`,
  ];
}

function openingWords(nextOpening: string): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  });
  return `It opens on ${words.format(new Date(nextOpening))} in Brussels.`;
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
    `  4. Accept two invitations: "Balie ${counsellor?.name ?? ''}" is your own desk; the other one is your team's, where`,
    '     a card also comes that nobody takes within a minute. At your own desk write: !aan (or !on)',
    '  5. On the demo page press the button, start the chat, and answer or skip the questions. A card comes to your',
    '     own desk: press ✋ within 30 seconds, else you are on pause until !aan; then accept the invitation.',
    '',
    `Without Element, in a second terminal: npm run counsellor -- ${name}`,
    '',
  ];
}

/** The two kinds of organisation that answer (R1), for who is not from Flanders. */
const organisations = [
  '  CAW: Centrum Algemeen Welzijnswerk, a centre for general welfare.',
  '  VK: Vertrouwenscentrum Kindermishandeling, a centre for child abuse and neglect.',
];

function peopleTable(people: readonly SeededPerson[]): readonly string[] {
  const rows = people.map((person) => {
    const what = person.team === null ? person.role : `${person.role} ${person.organisation} ${person.team}`;
    return `  ${nameOf(person).padEnd(10)}  ${person.password.padEnd(20)}  ${what}`;
  });
  return ['Everybody (name, password, what they are):', ...rows, ...organisations, ''];
}

function nameOf(person: SeededPerson | undefined): string {
  return person?.userId.replace(/^@/, '').replace(/:.*$/, '') ?? '';
}
