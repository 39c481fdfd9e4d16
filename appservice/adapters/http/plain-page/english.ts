import type { NamedDay, PageWords } from './page-words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The page without a script in English. */
export const english: PageWords = {
  ownName: 'English',
  exit: 'Leave this page',
  danger: 'In danger now?',
  police: 'police',
  medical: 'ambulance, fire service',
  demo: 'This is a demo. There is no real helpline behind it.',
  heading: 'Chat with 1712',
  standing: {
    online: 'The chat is open.',
    busy: 'The chat is busy right now.',
    closed: 'The chat is closed now.',
    holiday: 'The chat is closed now.',
    exceptional: 'The chat is not available now.',
    nobody: 'There is nobody in the chat now.',
    fault: 'The chat does not work now.',
  },
  standingMore: {
    online: undefined,
    busy: 'All counsellors are in a conversation. You are welcome to come back a little later.',
    closed: undefined,
    holiday: 'It is a public holiday.',
    exceptional: 'We did not plan this. We are sorry.',
    nobody: 'You are welcome to come back a little later.',
    fault: 'Something is wrong on our side. Please try again later.',
  },
  opens: (day, minute) => {
    const on = day.daysAhead < 2 ? '' : 'on ';
    return `We open ${on}${dayOf(day)} at ${timeOf(minute)}.`;
  },
  seenAt: (minute) => `This was so at ${timeOf(minute)}.`,
  lookAgain: 'Look again',
  needsScript: 'Chatting needs JavaScript and a recent browser.',
  doors: 'Other ways to reach us',
  phone: (number) => `Call ${number}`,
  phoneMore: 'Calling is free. The number is not on your bill, but it is in the call list of your phone.',
  mail: (address) => `Mail ${address}`,
  mailMore:
    'You get an answer within two working days. Does somebody else read your mail? Then use another address, or call.',
  hours: 'When the chat is open',
  day: dayOf,
  span: (start, end) => `${timeOf(start)} to ${timeOf(end)}`,
  allDay: 'all day',
  closedDay: 'closed',
  noEmergency: '1712 is not an emergency service. Is there danger right now? Call 101 or 112.',
  privacy: 'Read more about your privacy',
};

function dayOf({ weekday, dayOfMonth, month, daysAhead }: NamedDay): string {
  if (daysAhead === 0) return 'today';
  if (daysAhead === 1) return 'tomorrow';
  return `${weekdays[weekday - 1] ?? ''} ${String(dayOfMonth)} ${months[month - 1] ?? ''}`;
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
}
