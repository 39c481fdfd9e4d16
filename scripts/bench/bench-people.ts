import { randomBytes } from 'node:crypto';
import { seededTeams, type SeededPerson } from '../stack/people.ts';

/** How many conversations run at a time, and how many counsellors there are: one for each. */
export const conversationCount = 50;

/** So many of the bench's own counsellors, one slot each, spread over the teams. */
export function benchPeople(serverName: string, count: number): readonly SeededPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `bench${index + 1}`;
    return {
      name,
      role: 'counsellor',
      organisation: 'CAW',
      team: seededTeams[index % seededTeams.length]?.id ?? null,
      userId: `@${name}:${serverName}`,
      password: randomBytes(18).toString('base64url'),
    };
  });
}
