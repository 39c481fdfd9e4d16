import type { ButtonState } from './button-state.ts';

/** What the loader says beside the button's states. */
type OtherKey =
  | 'language'
  | 'loading'
  | 'late'
  | 'phone'
  | 'danger'
  | 'or'
  | 'retry'
  | 'exit'
  | 'apart'
  | 'close'
  | 'twoMore'
  | 'oneMore'
  | 'timedOut';

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
  twoMore: 'Shift: druk nog 2 keer om weg te gaan.',
  oneMore: 'Shift: druk nog 1 keer om weg te gaan.',
  timedOut: 'Weggaan met Shift is gestopt.',
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
  twoMore: 'Shift: press 2 more times to leave.',
  oneMore: 'Shift: press 1 more time to leave.',
  timedOut: 'Leaving with Shift has stopped.',
};

/** Texts for a language tag such as `en-GB`; Dutch for every other language (R7). */
export function loaderTexts(language: string | null): LoaderTexts {
  return /^en/i.test(language ?? '') ? en : nl;
}
