import { noCircumstances } from '../../state/circumstances.ts';
import { emptyConversation } from '../../state/begin-conversation.ts';
import { emptyIntake } from '../../state/intake.ts';
import type { ConversationScreen as ConversationScreenState } from '../../state/frame-state.ts';
import type { AutomaticLine, Log } from '../../state/log.ts';
import type { Example } from '../example.ts';
import type { ConversationScreenProps } from './conversation-screen.tsx';

const atMs = Date.UTC(2026, 10, 24, 16, 5);

const searching: Log = [
  { kind: 'automatic', id: 'line-0', line: 'searching' },
  { kind: 'automatic', id: 'line-1', line: 'intake-goes-along' },
];

const heldWords: Log = [
  ...searching,
  {
    kind: 'caller',
    id: 'words-1',
    atMs,
    body: 'Hallo. Ik weet niet goed hoe ik moet beginnen.',
    mark: 'held',
    eventId: null,
  },
];

const talk: Log = [
  ...searching,
  {
    kind: 'caller',
    id: 'words-1',
    atMs,
    body: 'Hallo. Ik weet niet goed hoe ik moet beginnen.',
    mark: 'read',
    eventId: '$1',
  },
  { kind: 'automatic', id: 'line-3', line: 'taken' },
  { kind: 'automatic', id: 'line-4', line: 'joined-caw' },
  { kind: 'automatic', id: 'line-5', line: 'secured' },
  {
    kind: 'counsellor',
    id: '$2',
    atMs: atMs + 60_000,
    form: 'text',
    body: 'Dag. Fijn dat je er bent.\nNeem rustig je tijd. Kan iemand anders dit gesprek zien?',
    isEdited: false,
    quote: null,
  },
  {
    kind: 'caller',
    id: 'words-2',
    atMs: atMs + 120_000,
    body: 'Nee, ik ben alleen thuis. Mijn zus maakt zich zorgen over mij.',
    mark: 'read',
    eventId: '$3',
  },
  {
    kind: 'counsellor',
    id: '$4',
    atMs: atMs + 180_000,
    form: 'text',
    body: 'Wil je vertellen waarover je zus zich zorgen maakt?',
    isEdited: false,
    quote: null,
  },
  {
    kind: 'caller',
    id: 'words-3',
    atMs: atMs + 240_000,
    body: 'Ja. Het gaat over thuis.',
    mark: 'delivered',
    eventId: '$5',
  },
];

const counsellor = { userId: '@anna:localhost', masterKey: 'k', organisation: 'CAW' } as const;

const screen: ConversationScreenState = {
  ...emptyConversation({ intake: emptyIntake, requestSecret: 's' }),
  phase: 'waiting',
  log: searching,
};

const talking: ConversationScreenState = {
  ...screen,
  phase: 'talking',
  counsellor,
  security: 'secured',
  log: talk,
};

const takesLong: Log = [...heldWords, { kind: 'automatic', id: 'line-3', line: 'takes-long' }];
const returned: Log = [...talk, { kind: 'automatic', id: 'line-9', line: 'returned' }];
const lost: Log = [...talk, { kind: 'automatic', id: 'line-9', line: 'connection-lost' }];

const resumed: Log = [...talk, { kind: 'automatic', id: 'line-9', line: 'resumed' }];
const hidden = { state: 'hidden', count: talk.length } as const;
const notKept: Log = [...talk, { kind: 'automatic', id: 'line-9', line: 'not-kept' }];
const colleague = { userId: '@bram:localhost', masterKey: 'k', organisation: 'VK' } as const;
const announced = { ...colleague, purpose: 'reads-along', mayBeRefused: true } as const;
const says = (line: AutomaticLine): Log => [...talk, { kind: 'automatic', id: 'line-9', line }];

/** The states of a conversation. */
export const examples: readonly Example<ConversationScreenProps>[] = [
  { name: 'waiting', props: { screen } },
  { name: 'waiting, words typed', props: { screen: { ...screen, log: heldWords, draft: 'Ik' } } },
  {
    name: 'waiting long',
    props: { screen: { ...screen, takesLong: true, log: takesLong, draft: 'Ik wacht' } },
  },
  {
    name: 'not secure yet',
    props: {
      screen: { ...screen, phase: 'joined', counsellor, security: 'no-key-delivered', log: heldWords },
    },
  },
  { name: 'talking', props: { screen: { ...talking, isCounsellorTyping: true } } },
  { name: 'somebody else is looked for', props: { screen: { ...screen, log: returned } } },
  { name: 'the connection is gone', props: { screen: { ...talking, isGatewayReachable: false, log: lost } } },
  { name: 'asked whether to end', props: { screen: { ...talking, isConfirmingEnd: true } } },
  { name: 'after a reload', props: { screen: { ...talking, log: resumed, earlier: hidden } } },
  {
    name: 'after a reload, with what was said before',
    props: { screen: { ...talking, log: resumed, earlier: { ...hidden, state: 'shown' } } },
  },
  { name: 'a browser that stores nothing', props: { screen: { ...talking, isKept: false, log: notKept } } },
  {
    name: 'a colleague is announced',
    props: {
      screen: {
        ...talking,
        log: says('colleague-announced'),
        circumstances: { ...noCircumstances, announced },
      },
    },
  },
  {
    name: 'a colleague reads along',
    props: {
      screen: {
        ...talking,
        log: says('colleague-joined'),
        circumstances: { ...noCircumstances, readers: [colleague] },
      },
    },
  },
  {
    name: 'the counsellor is away',
    props: {
      screen: {
        ...talking,
        log: says('counsellor-away'),
        circumstances: { ...noCircumstances, isCounsellorAway: true },
      },
    },
  },
  {
    name: 'rounding off',
    props: {
      screen: {
        ...talking,
        log: says('round-off'),
        circumstances: { ...noCircumstances, isRoundingOff: true },
      },
    },
  },
  { name: 'a picture was pasted', props: { screen: { ...talking, isFileRefused: true } } },
  { name: 'near the limit', props: { screen: { ...talking, draft: 'woord '.repeat(640) } } },
  { name: 'over the limit', props: { screen: { ...talking, draft: 'a'.repeat(4_001) } } },
];
