import type { ContactForms } from '../../appservice/ports/contact-forms.ts';
import type { DossierNotes } from '../../appservice/ports/dossier-notes.ts';
import type { ContactRegister } from '../../appservice/ports/contact-register.ts';
import { answer, write, type ContactTables, type MemoryDatabase } from './memory-database.ts';

function change(database: MemoryDatabase, tables: Partial<ContactTables>): void {
  write(database, { contacts: { ...database.tables.contacts, ...tables } });
}

/** Forms in memory. */
export function memoryContactForms(database: MemoryDatabase): ContactForms {
  const forms = () => database.tables.contacts.forms;
  return {
    add: (form) =>
      answer(() => {
        if (!forms().has(form.formId)) change(database, { forms: new Map(forms()).set(form.formId, form) });
      }),
    find: (formId) => answer(() => forms().get(formId)),
    of: (counsellor) =>
      answer(() =>
        [...forms().values()]
          .filter((form) => form.counsellor === counsellor)
          .toSorted((one, other) => one.since - other.since || (one.formId < other.formId ? -1 : 1)),
      ),
    counts: () =>
      answer(() => {
        const all = [...forms().values()].map(({ counsellor }) => counsellor);
        return [...new Set(all)].toSorted().map((counsellor) => {
          return { counsellor, count: all.filter((each) => each === counsellor).length };
        });
      }),
    save: ({ formId, stage, answers, shown, written }) =>
      answer(() => {
        const known = forms().get(formId);
        if (known === undefined) return;
        const saved = { ...known, stage, answers, shown, written };
        change(database, { forms: new Map(forms()).set(formId, saved) });
      }),
    remove: (formId) =>
      answer(() => {
        change(database, { forms: new Map([...forms()].filter(([each]) => each !== formId)) });
      }),
  };
}

/** The contact register in memory; its random order is the reverse. */
export function memoryContactRegister(database: MemoryDatabase): ContactRegister {
  const rows = () => database.tables.contacts;
  return {
    add: (contact) =>
      answer(() => {
        change(database, { register: [...rows().register, contact] });
      }),
    all: () => answer(() => rows().register),
    shuffledOn: () => answer(() => rows().shuffledOn),
    shuffle: (day) =>
      answer(() => {
        change(database, { register: rows().register.toReversed(), shuffledOn: day });
      }),
  };
}

/** What was noted of dossiers, in memory. */
export function memoryDossierNotes(database: MemoryDatabase): DossierNotes {
  const notes = () => database.tables.contacts.dossiers;
  return {
    find: (conversationId) => answer(() => notes().get(conversationId)),
    save: (note) =>
      answer(() => {
        change(database, { dossiers: new Map(notes()).set(note.conversationId, note) });
      }),
  };
}
