import type { Contact } from '../../domain/contact-form.ts';
import type { PostgresAccess } from './connections.ts';
import { contactRegisterIn } from './contact-register.ts';
import { readAlone } from './read-alone.ts';

/** Reads the contact register, and nothing else. Throws `PostgresError`. */
export function readContacts(access: PostgresAccess): Promise<readonly Contact[]> {
  return readAlone(access, (queries) => contactRegisterIn({ ...queries, note: () => undefined }).all());
}
