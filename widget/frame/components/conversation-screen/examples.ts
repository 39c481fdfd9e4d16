import type { ConversationScreen as ConversationScreenState, Security } from '../../state/frame-state.ts';
import { noCircumstances } from '../../state/circumstances.ts';
import { emptyConversation } from '../../state/begin-conversation.ts';
import { emptyIntake } from '../../state/intake.ts';
import type { AutomaticLine } from '../../state/log.ts';
import { exampleOfEach, type Example } from '../example.ts';
import type { ConversationScreenProps } from './conversation-screen.tsx';
import * as logs from './example-logs.ts';

const caw = { userId: '@anna:localhost', masterKey: 'k', organisation: 'CAW' } as const;
const vk = { ...caw, organisation: 'VK' } as const;

const waiting: ConversationScreenState = {
  ...emptyConversation({ intake: emptyIntake, requestSecret: 's' }),
  phase: 'waiting',
  log: logs.searching,
};

const talking: ConversationScreenState = {
  ...waiting,
  phase: 'talking',
  counsellor: caw,
  security: 'secured',
  log: logs.talk,
};

const example = (
  name: string,
  from: ConversationScreenState,
  change: Partial<ConversationScreenState> = {},
): Example<ConversationScreenProps> => ({ name, props: { screen: { ...from, ...change } } });

const resumed = { isResumed: true, log: logs.talkAndThen('resumed') };
const hidden = { state: 'hidden', count: logs.talk.length } as const;

const colleague = { userId: '@bram:localhost', masterKey: 'k', organisation: 'VK' } as const;
const announced = { ...colleague, purpose: 'reads-along', mayBeRefused: true } as const;

const during = (
  name: string,
  line: AutomaticLine,
  change: Partial<ConversationScreenState['circumstances']>,
): Example<ConversationScreenProps> =>
  example(name, talking, {
    log: logs.talkAndThen(line),
    circumstances: { ...noCircumstances, ...change },
  });

/** The states of a conversation. */
export const examples: readonly Example<ConversationScreenProps>[] = [
  example('preparing', waiting, { phase: 'preparing', log: logs.preparing }),
  example('starting', waiting, { phase: 'starting' }),
  example('waiting', waiting),
  example('waiting, words typed', waiting, { log: logs.heldWords, draft: 'Ik' }),
  example('waiting long', waiting, { takesLong: true, log: logs.waitingLong, draft: 'Ik wacht' }),
  example('taken', waiting, { phase: 'taken', counsellor: caw, log: logs.taken }),
  ...exampleOfEach<Exclude<Security, 'unknown' | 'secured'>, ConversationScreenProps>(
    {
      'no-signed-device': 'not secure: no signed device',
      'identity-changed': 'not secure: another identity',
      'no-key-delivered': 'not secure: no key delivered',
    },
    (security) => ({ screen: { ...talking, phase: 'joined', security, log: logs.taken } }),
  ),
  example('talking', talking),
  example('talking, the counsellor types', talking, { isCounsellorTyping: true }),
  example('talking with a VK', talking, { counsellor: vk, log: logs.talkWithVk }),
  example('every mark', talking, { log: logs.everyMark }),
  example('every form of message', talking, { log: logs.everyForm }),
  example('words without a place to break', talking, { log: logs.longWords }),
  example('two hundred messages', talking, { log: logs.longTalk }),
  example('somebody else is looked for', waiting, { log: logs.talkAndThen('returned') }),
  example('the connection is gone', talking, {
    isGatewayReachable: false,
    log: logs.talkAndThen('connection-lost'),
  }),
  example('the connection is back', talking, {
    log: logs.talkAndThen('connection-lost', 'connection-back'),
  }),
  example('asked whether to end', talking, { isConfirmingEnd: true }),
  example('asked whether to end, words waiting', waiting, { isConfirmingEnd: true, log: logs.heldWords }),
  example('after a reload', talking, { ...resumed, earlier: hidden }),
  example('after a reload, with what was said before', talking, {
    ...resumed,
    earlier: { ...hidden, state: 'shown' },
  }),
  example('a browser that stores nothing', talking, { isKept: false, log: logs.talkAndThen('not-kept') }),
  during('a colleague is announced', 'colleague-announced', { announced }),
  during('a colleague who takes over is announced', 'take-over-announced', {
    announced: { ...announced, purpose: 'takes-over' },
  }),
  during('a colleague reads along', 'colleague-joined', { readers: [colleague] }),
  during('the counsellor is away', 'counsellor-away', { isCounsellorAway: true }),
  during('rounding off', 'round-off', { isRoundingOff: true }),
  example('a picture was pasted', talking, { isFileRefused: true }),
  example('near the limit', talking, { draft: 'woord '.repeat(640) }),
  example('too long', talking, { draft: 'woord '.repeat(700) }),
];
