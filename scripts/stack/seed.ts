import { existsSync } from 'node:fs';
import { createStaffAccount, isTokenGood, listUserIds, operatorToken } from './homeserver-admin.ts';
import { type SeededPerson, seededTeams } from './people.ts';
import { type Secrets, writeSecret } from './secrets.ts';

/**
 * Makes the accounts of the operator and of everybody who is missing; who exists is left as they are,
 * because a new password would log them out.
 */
export async function seedHomeserver(
  homeserverUrl: string,
  secrets: Secrets,
  people: readonly SeededPerson[],
): Promise<void> {
  const token = await ensureOperatorToken(homeserverUrl, secrets);
  const known = await listUserIds(homeserverUrl, token);
  const missing = people.filter((person) => !known.has(person.userId));
  await Promise.all(
    missing.map((person) =>
      createStaffAccount(homeserverUrl, token, {
        userId: person.userId,
        password: person.password,
        displayName: displayName(person),
        isAdministrator: person.role === 'administrator',
      }),
    ),
  );
}

async function ensureOperatorToken(homeserverUrl: string, secrets: Secrets): Promise<string> {
  if (existsSync(secrets.file('operator_token'))) {
    const kept = secrets.read('operator_token');
    if (await isTokenGood(homeserverUrl, kept)) return kept;
  }
  const token = await operatorToken(homeserverUrl, {
    sharedSecret: secrets.read('synapse-registration'),
    password: secrets.read('operator.password'),
  });
  writeSecret(secrets.folder, 'operator_token', token);
  return token;
}

/** How a seeded person is shown to colleagues, such as `Lotte (CAW Limburg)`. */
function displayName(person: SeededPerson): string {
  const team = seededTeams.find((each) => each.id === person.team);
  if (team !== undefined) return `${person.name} (${person.organisation} ${team.name})`;
  return person.role === 'coordinator' ? `${person.name} (coördinator)` : `${person.name} (beheerder)`;
}
