import type { ContactListVersions } from '../../../appservice/domain/contact-lists.ts';
import { lists1712 } from '../../../config/sections/contact-lists-1712.ts';

/** The lists that come with the software, and no others. */
export const sampleLists: ContactListVersions = [lists1712];
