import type { Example } from '../example.ts';
import type { MessageWordsProps } from './message-words.tsx';

const plain = { isEmote: false, hasLinks: true } as const;

/** The states of a message's words. */
export const examples: readonly Example<MessageWordsProps>[] = [
  { name: 'words', props: { ...plain, text: 'Dag. Fijn dat je er bent.' } },
  { name: 'an emote', props: { ...plain, text: 'knikt', isEmote: true } },
  {
    name: 'a page that can be opened',
    props: { ...plain, text: 'Kijk eens op https://www.example.org/hulp?regio=limburg#bel.' },
  },
  { name: 'markup', props: { ...plain, text: '<b>geen</b> <img src=x> opmaak' } },
  { name: 'marks that turn the direction', props: { ...plain, text: 'Bel \u202E2171\u202C, zei ze. שלום' } },
  { name: 'one long word', props: { ...plain, text: 'a'.repeat(300) } },
];
