import { exampleOfEach } from '../example.ts';
import type { AutomaticLineProps } from './automatic-line.tsx';

/** Every automatic line. */
export const examples = exampleOfEach<AutomaticLineProps['line'], AutomaticLineProps>(
  {
    preparing: 'the encryption is on its way',
    searching: 'somebody is looked for',
    'intake-goes-along': 'the answers go along',
    'takes-long': 'it takes long',
    taken: 'somebody is on the way',
    'joined-caw': 'somebody of a CAW is there',
    'joined-vk': 'somebody of a VK is there',
    secured: 'it is secure',
    returned: 'somebody else is looked for',
    'connection-lost': 'the connection is gone',
    'connection-back': 'the connection is back',
    resumed: 'after a reload',
    'not-kept': 'a reload would lose it',
    'colleague-announced': 'a colleague is announced',
    'take-over-announced': 'a colleague will take over',
    'reader-refused': 'a colleague was refused',
    'colleague-stays-away': 'a colleague stays away',
    'colleague-joined': 'a colleague reads along',
    'colleague-left': 'a colleague reads along no more',
    'taken-over-caw': 'somebody of a CAW has taken over',
    'taken-over-vk': 'somebody of a VK has taken over',
    'former-stays': 'who was there before stays',
    'secured-with-readers': 'it is secure, for those who read along too',
    'counsellor-away': 'the counsellor is away',
    'counsellor-back': 'the counsellor is back',
    'round-off': 'rounding off',
  },
  (line) => ({ line }),
);
