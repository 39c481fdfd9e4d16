import type { CallerEntry, CounsellorEntry } from '../../state/log.ts';
import type { Example } from '../example.ts';
import type { MessageProps } from './message.tsx';

const atMs = Date.UTC(2026, 10, 24, 16, 5);

const own: CallerEntry = {
  kind: 'caller',
  id: 'words-1',
  atMs,
  body: 'Ik weet niet goed hoe ik moet beginnen.',
  mark: 'delivered',
  eventId: '$1',
};

const theirs: CounsellorEntry = {
  kind: 'counsellor',
  id: '$2',
  atMs,
  form: 'text',
  body: 'Dag. Fijn dat je er bent. Neem rustig je tijd.',
  isEdited: false,
  quote: null,
};

/** The states of a message. */
export const examples: readonly Example<MessageProps>[] = [
  { name: 'own, held', props: { entry: { ...own, mark: 'held', eventId: null } } },
  { name: 'own, on its way', props: { entry: { ...own, mark: 'sending', eventId: null } } },
  { name: 'own, sent', props: { entry: { ...own, mark: 'sent' } } },
  { name: 'own, delivered', props: { entry: own } },
  { name: 'own, read', props: { entry: { ...own, mark: 'read' } } },
  { name: 'of the counsellor', props: { entry: theirs } },
  { name: 'changed', props: { entry: { ...theirs, isEdited: true } } },
  { name: 'an answer', props: { entry: { ...theirs, quote: own.body } } },
  { name: 'an emote', props: { entry: { ...theirs, form: 'emote', body: 'knikt' } } },
  { name: 'a file', props: { entry: { ...theirs, form: 'file', body: '' } } },
  { name: 'a call', props: { entry: { ...theirs, form: 'call', body: '' } } },
  { name: 'something else than text', props: { entry: { ...theirs, form: 'other', body: '' } } },
  { name: 'of a program', props: { entry: { ...theirs, form: 'notice', body: 'Ik ben zo terug.' } } },
  {
    name: 'with a page that can be opened',
    props: { entry: { ...theirs, body: 'Kijk eens op https://www.example.org/hulp.' } },
  },
  { name: 'not readable yet', props: { entry: { ...theirs, form: 'unreadable', body: '', atMs: null } } },
  { name: 'taken away', props: { entry: { ...theirs, form: 'removed', body: '' } } },
  { name: 'a long word', props: { entry: { ...own, body: 'a'.repeat(200) } } },
];
