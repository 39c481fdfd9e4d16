import type { NamedDay, PageWords } from './page-words.ts';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);

/** The page without a script in French, which says "vous" as the chat does; the narrow spaces before `?` and after a number keep lines whole. */
export const french: PageWords = {
  ownName: 'Français',
  exit: 'Quitter cette page',
  danger: 'En danger\u202f?',
  police: 'police',
  medical: 'ambulance, pompiers',
  demo: 'Ceci est une démo. Il n’y a pas de vraie ligne d’aide derrière.',
  heading: 'Chatter avec le 1712',
  standing: {
    online: 'Le chat est ouvert.',
    busy: 'Le chat est occupé pour le moment.',
    closed: 'Le chat est fermé pour le moment.',
    holiday: 'Le chat est fermé pour le moment.',
    exceptional: 'Le chat n’est pas disponible pour le moment.',
    nobody: 'Il n’y a personne dans le chat pour le moment.',
    fault: 'Le chat ne fonctionne pas pour le moment.',
  },
  standingMore: {
    online: undefined,
    busy: 'Toute l’équipe est en conversation. Vous pouvez revenir un peu plus tard.',
    closed: undefined,
    holiday: 'C’est un jour férié.',
    exceptional: 'Ce n’était pas prévu. Nous sommes désolés.',
    nobody: 'Vous pouvez revenir un peu plus tard.',
    fault: 'Il y a un problème chez nous. Réessayez un peu plus tard.',
  },
  opens: (day, minute) => {
    const the = day.daysAhead < 2 ? '' : 'le ';
    return `Nous ouvrons ${the}${dayOf(day)} à ${timeOf(minute)}.`;
  },
  seenAt: (minute) => `C’était le cas à ${timeOf(minute)}.`,
  lookAgain: 'Regarder à nouveau',
  needsScript: 'Pour chatter, il faut JavaScript et un navigateur récent.',
  doors: 'Vous pouvez aussi nous joindre ainsi',
  phone: (number) => `Appeler le ${number}`,
  phoneMore:
    'L’appel est gratuit. Le numéro n’est pas sur votre facture, mais il reste dans la liste d’appels de votre téléphone.',
  mail: (address) => `Écrire à ${address}`,
  mailMore:
    'Vous recevez une réponse dans les deux jours ouvrables. Quelqu’un d’autre lit vos mails\u202f? Utilisez une autre adresse, ou appelez.',
  hours: 'Quand le chat est ouvert',
  day: dayOf,
  span: (start, end) => `de ${timeOf(start)} à ${timeOf(end)}`,
  allDay: 'toute la journée',
  closedDay: 'fermé',
  noEmergency:
    'Le 1712 n’est pas un service d’urgence. Il y a un danger maintenant\u202f? Appelez le 101 ou le 112.',
  privacy: 'Lire plus sur votre vie privée',
};

function dayOf({ weekday, dayOfMonth, month, daysAhead }: NamedDay): string {
  if (daysAhead === 0) return 'aujourd’hui';
  if (daysAhead === 1) return 'demain';
  const date = dayOfMonth === 1 ? '1er' : String(dayOfMonth);
  return `${weekdays[weekday - 1] ?? ''} ${date} ${months[month - 1] ?? ''}`;
}

function timeOf(minute: number): string {
  const rest = minute % 60 === 0 ? '' : `\u202f${String(minute % 60).padStart(2, '0')}`;
  return `${String(Math.floor(minute / 60))}\u202fh${rest}`;
}
