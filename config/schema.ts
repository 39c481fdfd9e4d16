import { z } from 'zod';
import { contactSection } from './sections/contact.ts';
import { contactRegisterSection } from './sections/contact-register.ts';
import { databaseSection } from './sections/database.ts';
import { developmentSection } from './sections/development.ts';
import { helplineSection } from './sections/helpline.ts';
import { homeserverSection } from './sections/homeserver.ts';
import { limitsSection } from './sections/limits.ts';
import { listenersSection } from './sections/listeners.ts';
import { openingHoursSection } from './sections/opening-hours.ts';
import { waitingRoomSection } from './sections/waiting-room.ts';
import { privacySection } from './sections/privacy.ts';
import { rosterSection } from './sections/roster.ts';
import { secretsSection } from './sections/secrets.ts';
import { snippetsSection } from './sections/snippets.ts';
import { textsSection } from './sections/texts.ts';

/** The whole configuration file: one row per section, in the order of the sample. */
export const configSchema = z.strictObject({
  helpline: helplineSection.prefault({}),
  homeserver: homeserverSection,
  listeners: listenersSection,
  database: databaseSection,
  secrets: secretsSection,
  openingHours: openingHoursSection.prefault({}),
  roster: rosterSection,
  waitingRoom: waitingRoomSection.prefault({}),
  privacy: privacySection.prefault({}),
  contact: contactSection,
  contactRegister: contactRegisterSection.prefault({}),
  texts: textsSection.prefault({}),
  snippets: snippetsSection,
  limits: limitsSection.prefault({}),
  development: developmentSection
    .nullable()
    .default(null)
    .meta({ sample: null })
    .describe(developmentSection.description ?? ''),
});

/** What the configuration sets, parsed. Holds paths of secrets, never a secret: it may be printed. */
export type Config = z.output<typeof configSchema>;
