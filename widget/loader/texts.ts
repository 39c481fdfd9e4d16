import type { ButtonState } from './button-state.ts';

/** What the loader says beside the button's states. */
type OtherKey =
  'language' | 'loading' | 'late' | 'phone' | 'danger' | 'or' | 'retry' | 'exit' | 'apart' | 'close';

/** Everything the loader says in the host page, in one language, and that language's tag. */
export type LoaderTexts = Readonly<Record<ButtonState | OtherKey, string>>;

const nl: LoaderTexts = {
  language: 'nl',
  unknown: 'Chat',
  online: 'Chat nu met ons',
  busy: 'Chat: even bezet',
  offline: 'Chat: nu gesloten',
  talk: 'Chat verder',
  news: 'Chat verder: nieuw bericht',
  loading: 'Even geduld, de chat opent.',
  late: 'De chat gaat niet open. Werkt je internet?',
  phone: 'Bel 1712',
  danger: 'Direct gevaar? Bel',
  or: 'of',
  retry: 'Opnieuw proberen',
  exit: 'Verlaat deze pagina',
  apart: 'Open op een eigen pagina',
  close: 'Sluit',
};

const en: LoaderTexts = {
  language: 'en',
  unknown: 'Chat',
  online: 'Chat with us now',
  busy: 'Chat: busy right now',
  offline: 'Chat: closed now',
  talk: 'Go on chatting',
  news: 'Go on chatting: new message',
  loading: 'One moment, the chat is opening.',
  late: 'The chat is not opening. Does your internet work?',
  phone: 'Call 1712',
  danger: 'In danger now? Call',
  or: 'or',
  retry: 'Try again',
  exit: 'Leave this page',
  apart: 'Open on its own page',
  close: 'Close',
};

/** "Vous", because the loader does not know whether a child reads it (`frame/texts/fr.ts` says why). */
const fr: LoaderTexts = {
  language: 'fr',
  unknown: 'Chat',
  online: 'Chattez avec nous',
  busy: 'Chat\u202f: occupé',
  offline: 'Chat\u202f: fermé',
  talk: 'Continuer le chat',
  news: 'Continuer le chat\u202f: nouveau message',
  loading: 'Un instant, le chat s’ouvre.',
  late: 'Le chat ne s’ouvre pas. Avez-vous internet\u202f?',
  phone: 'Appeler le 1712',
  danger: 'En danger\u202f? Appelez le',
  or: 'ou le',
  retry: 'Réessayer',
  exit: 'Quitter cette page',
  apart: 'Ouvrir sur une autre page',
  close: 'Fermer',
};

/** Texts for a language tag such as `fr-BE`; Dutch for every language that we do not speak (R7). */
export function loaderTexts(language: string | null): LoaderTexts {
  return [en, fr].find((each) => language?.toLowerCase().startsWith(each.language)) ?? nl;
}
