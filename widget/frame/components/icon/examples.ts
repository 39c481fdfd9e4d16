import { exampleOfEach } from '../example.ts';
import type { IconProps } from './icon.tsx';

/** Every icon. */
export const examples = exampleOfEach<IconProps['name'], IconProps>(
  {
    leave: 'leave',
    hide: 'hide',
    info: 'information',
    online: 'online',
    busy: 'busy',
    offline: 'offline',
    unknown: 'not known yet',
    send: 'send',
    phone: 'phone',
    mail: 'mail',
    lock: 'lock',
    warning: 'warning',
    held: 'held',
    sent: 'sent',
    delivered: 'delivered',
    read: 'read',
  },
  (name) => ({ name }),
);
