import { join } from 'node:path';
import { loopback } from './ports.ts';
import { serverName, type Stack } from './backends.ts';
import { registrationId } from './synapse-config.ts';
import { type SeededPerson, seededTeams } from './people.ts';

/** What the person who starts the helpline decides about it. */
export type HelplineWishes = {
  /** `always` for the demo; `real` for the opening hours of the sample (R9). */
  readonly hours: 'always' | 'real';
  /** Instant that the clock shows at the start, ISO 8601; null for the true time. */
  readonly startAt: string | null;
  /** Sections or parts of sections that replace ours: tests only. */
  readonly overrides?: Readonly<Record<string, object>>;
};

const wholeDay = ['00:00-24:00'];
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const alwaysOpen = {
  versions: [{ validFrom: '2020-01-01', week: Object.fromEntries(days.map((day) => [day, wholeDay])) }],
  closedOnPublicHolidays: false,
};

/** The appservice's configuration of one stack: JSON, which is YAML too. */
export function helplineConfig(
  stack: Stack,
  people: readonly SeededPerson[],
  wishes: HelplineWishes,
): string {
  const { ports, secrets } = stack;
  const sections: Record<string, object> = {
    helpline: { isDemo: true },
    homeserver: {
      url: `http://${loopback}:${ports.homeserver}`,
      serverName,
      registrationId,
      asTokenFile: secrets.file('as_token'),
      hsTokenFile: secrets.file('hs_token'),
      operatorTokenFile: secrets.file('operator_token'),
    },
    listeners: {
      public: { host: loopback, port: ports.public },
      private: { host: loopback, port: ports.private },
      publicOrigin: `http://localhost:${ports.public}`,
      hostOrigins: [`http://localhost:${ports.demoPage}`],
    },
    database: {
      url: `postgres://helpline@${loopback}:${ports.database}/helpline`,
      passwordFile: secrets.file('helpline-database.password'),
    },
    secrets: {
      masterKeyFile: secrets.file('master.key'),
      deskStoreKeyFile: secrets.file('desk-store.key'),
      resumeKeyFolder: join(secrets.folder, 'resume-keys'),
      recognitionKeyFolder: secrets.recognitionKeyFolder,
    },
    ...(wishes.hours === 'always' ? { openingHours: alwaysOpen } : {}),
    roster: rosterOf(people),
    contact: {
      mailAddress: 'demo@example.org',
      privacyUrl: `http://localhost:${ports.demoPage}/privacy.html`,
      siteOwner: 'CAW Voorbeeld',
      complaintUrl: `http://localhost:${ports.demoPage}/complaint.html`,
      generalAddress: 'info@example.org',
      technicalAddress: 'technical@example.org',
      privacyAddress: 'privacy@example.org',
      dossierPrivacyAddress: 'dossier@example.org',
      flemishAuthority: demoAuthority('Vlaamse Toezichtcommissie'),
      belgianAuthority: demoAuthority('Gegevensbeschermingsautoriteit'),
    },
    ...(wishes.startAt === null ? {} : { development: { startAt: wishes.startAt } }),
  };
  for (const [name, section] of Object.entries(wishes.overrides ?? {})) {
    sections[name] = { ...sections[name], ...section };
  }
  return JSON.stringify(sections, null, 2);
}

/** In the demo nobody has looked anything up: the address leads to no authority. */
function demoAuthority(name: string): object {
  return { name, url: 'https://www.example.org/', checkedOn: '2026-11-30' };
}

/** Teams and people as the roster's section takes them; an administrator answers nobody. */
function rosterOf(people: readonly SeededPerson[]): object {
  return {
    teams: seededTeams.map((team) => ({ ...team, province: team.id })),
    members: people
      .filter((person) => person.role !== 'administrator')
      .map(({ userId, name, role, organisation, team }) => ({ userId, name, role, organisation, team })),
  };
}
