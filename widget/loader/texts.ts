/** What the button shows of the helpline; `unknown` until the first answer. */
export type ButtonState = 'unknown' | 'online' | 'busy' | 'offline';

/** Everything the loader says in the host page, in one language, and that language's tag. */
export type LoaderTexts = Readonly<
  Record<
    ButtonState | 'language' | 'panel' | 'loading' | 'apart' | 'close' | 'twoMore' | 'oneMore' | 'timedOut',
    string
  >
>;

const nl: LoaderTexts = {
  language: 'nl',
  unknown: 'Chat',
  online: 'Chat nu met ons',
  busy: 'Chat: even bezet',
  offline: 'Chat: nu gesloten',
  panel: 'Chat',
  loading: 'Even geduld, de chat opent.',
  apart: 'Open de chat op een eigen pagina',
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
  panel: 'Chat',
  loading: 'One moment, the chat is opening.',
  apart: 'Open the chat on a page of its own',
  close: 'Close',
  twoMore: 'Shift: press 2 more times to leave.',
  oneMore: 'Shift: press 1 more time to leave.',
  timedOut: 'Leaving with Shift has stopped.',
};

/** Texts for a language tag such as `en-GB`; Dutch for every other language (R7). */
export function loaderTexts(language: string | null): LoaderTexts {
  return language?.toLowerCase().startsWith('en') === true ? en : nl;
}
