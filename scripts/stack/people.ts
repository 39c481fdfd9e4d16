import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSecret } from './secrets.ts';

/** What somebody of the seeded helpline does. */
type SeededRole = 'administrator' | 'coordinator' | 'counsellor';

/** A provincial team of the seeded helpline (R1, R20): the team's short name is its province's. */
export const seededTeams = [
  { id: 'antwerpen', name: 'Antwerpen' },
  { id: 'limburg', name: 'Limburg' },
  { id: 'oost-vlaanderen', name: 'Oost-Vlaanderen' },
  { id: 'vlaams-brabant', name: 'Vlaams-Brabant' },
  { id: 'west-vlaanderen', name: 'West-Vlaanderen' },
] as const;

/** Short name of a seeded team. */
type SeededTeamId = (typeof seededTeams)[number]['id'];

type StaffMember = {
  readonly name: string;
  readonly role: SeededRole;
  readonly organisation: 'CAW' | 'VK';
  readonly team: SeededTeamId | null;
};

/** The people of the seeded helpline: one counsellor of each organisation in each team, and who leads them. */
const staff: readonly StaffMember[] = [
  { name: 'Annelies', role: 'counsellor', organisation: 'CAW', team: 'antwerpen' },
  { name: 'Bram', role: 'counsellor', organisation: 'VK', team: 'antwerpen' },
  { name: 'Lotte', role: 'counsellor', organisation: 'CAW', team: 'limburg' },
  { name: 'Jef', role: 'counsellor', organisation: 'VK', team: 'limburg' },
  { name: 'Fien', role: 'counsellor', organisation: 'CAW', team: 'oost-vlaanderen' },
  { name: 'Wout', role: 'counsellor', organisation: 'VK', team: 'oost-vlaanderen' },
  { name: 'Hanne', role: 'counsellor', organisation: 'CAW', team: 'vlaams-brabant' },
  { name: 'Stijn', role: 'counsellor', organisation: 'VK', team: 'vlaams-brabant' },
  { name: 'Katrien', role: 'counsellor', organisation: 'CAW', team: 'west-vlaanderen' },
  { name: 'Pieter', role: 'counsellor', organisation: 'VK', team: 'west-vlaanderen' },
  { name: 'Marleen', role: 'coordinator', organisation: 'CAW', team: null },
  { name: 'Dirk', role: 'administrator', organisation: 'CAW', team: null },
];

/** Somebody of the seeded helpline, with what they need to log in. */
export type SeededPerson = StaffMember & { readonly userId: string; readonly password: string };

const passwordsSchema = z.record(z.string(), z.string());

/** The people of the seeded helpline on one server; their passwords are made the first time and kept. */
export function openPeople(secretsFolder: string, serverName: string): readonly SeededPerson[] {
  const passwords = readPasswords(secretsFolder);
  return staff.map((member) => ({
    ...member,
    userId: `@${member.name.toLowerCase()}:${serverName}`,
    password: passwords[member.name] ?? '',
  }));
}

function readPasswords(secretsFolder: string): Record<string, string> {
  const file = 'people.json';
  let known: Record<string, string> = {};
  try {
    known = passwordsSchema.parse(JSON.parse(readFileSync(join(secretsFolder, file), 'utf8')));
  } catch {
    // None yet: the first start.
  }
  const missing = staff.filter((member) => known[member.name] === undefined);
  if (missing.length === 0) return known;
  const all = { ...known, ...Object.fromEntries(missing.map((member) => [member.name, readablePassword()])) };
  writeSecret(secretsFolder, file, JSON.stringify(all));
  return all;
}

/** Four pairs of syllables, 50 bits: easy to type over from a terminal into Element. */
function readablePassword(): string {
  const pick = (letters: string): string => letters.charAt(randomInt(letters.length));
  const syllable = (): string => pick('bdfghjklmnprstvz') + pick('aeiou');
  return Array.from({ length: 4 }, () => syllable() + syllable()).join('-');
}
