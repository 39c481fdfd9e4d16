import type { NamedDay, PageWords } from './page-words.ts';

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const months =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** The page without a script, as a Flemish helpline worker would say it (S10, S12). */
export const dutch: PageWords = {
  ownName: 'Nederlands',
  exit: 'Verlaat deze pagina',
  danger: 'Direct gevaar?',
  police: 'politie',
  medical: 'ziekenwagen, brandweer',
  demo: 'Dit is een demo. Er zit geen echte hulplijn achter.',
  heading: 'Chat met 1712',
  standing: {
    online: 'De chat is open.',
    busy: 'De chat is even bezet.',
    closed: 'De chat is nu gesloten.',
    holiday: 'De chat is nu gesloten.',
    exceptional: 'De chat is nu niet bereikbaar.',
    nobody: 'Er is nu niemand in de chat.',
    fault: 'De chat werkt nu niet.',
  },
  standingMore: {
    online: undefined,
    busy: 'Alle medewerkers zijn in gesprek. Kom gerust straks nog even terug.',
    closed: undefined,
    holiday: 'Het is een feestdag.',
    exceptional: 'Dat was niet voorzien. Onze excuses.',
    nobody: 'Kom gerust straks nog even terug.',
    fault: 'Er is iets mis bij ons. Probeer het straks nog eens.',
  },
  opens: (day, minute) => `We openen ${dayOf(day)} om ${timeOf(minute)}.`,
  seenAt: (minute) => `Zo was het om ${timeOf(minute)}.`,
  lookAgain: 'Kijk opnieuw',
  needsScript: 'Chatten kan alleen met JavaScript, in een recente browser.',
  doors: 'Zo kan je ons ook bereiken',
  phone: (number) => `Bel ${number}`,
  phoneMore:
    'Bellen is gratis. Het nummer staat niet op je factuur, wel in de oproepenlijst van je telefoon.',
  mail: (address) => `Mail naar ${address}`,
  mailMore:
    'Je krijgt antwoord binnen twee werkdagen. Leest iemand anders je mailbox? Gebruik dan een ander adres, of bel.',
  hours: 'Wanneer de chat open is',
  day: dayOf,
  span: (start, end) => `${timeOf(start)} tot ${timeOf(end)}`,
  allDay: 'de hele dag',
  closedDay: 'gesloten',
  noEmergency: '1712 is geen nooddienst. Is er direct gevaar? Bel 101 of 112.',
  privacy: 'Lees meer over je privacy',
};

function dayOf({ weekday, dayOfMonth, month, daysAhead }: NamedDay): string {
  if (daysAhead === 0) return 'vandaag';
  if (daysAhead === 1) return 'morgen';
  return `${weekdays[weekday - 1] ?? ''} ${String(dayOfMonth)} ${months[month - 1] ?? ''}`;
}

function timeOf(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return rest === 0 ? `${String(hour)} uur` : `${String(hour)}.${String(rest).padStart(2, '0')} uur`;
}
