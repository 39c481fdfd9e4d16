import type { UserId } from '../../../appservice/domain/ids.ts';
import type { OpeningHours } from '../../../appservice/domain/opening-hours.ts';
import type { Organisation, Roster, RosterMember } from '../../../appservice/domain/roster.ts';
import { teamId, userId } from '../parsed.ts';

/** The people of the sample roster. */
export const people = {
  /** CAW, Limburg. */
  an: userId('@an:localhost'),
  /** VK, Limburg. */
  bert: userId('@bert:localhost'),
  /** CAW, Antwerpen. */
  chris: userId('@chris:localhost'),
  /** Coordinator of all teams. */
  dina: userId('@dina:localhost'),
  /** Not in the roster. */
  stranger: userId('@stranger:localhost'),
} as const;

const member = (
  userIdOf: UserId,
  name: string,
  place: { readonly team: string | null; readonly organisation: Organisation },
): RosterMember => ({
  userId: userIdOf,
  name,
  role: 'counsellor',
  organisation: place.organisation,
  teamId: place.team === null ? null : teamId(place.team),
  slots: 1,
});

/** Two teams, three counsellors with one slot each, and a coordinator. */
export const sampleRoster: Roster = {
  teams: [
    { teamId: teamId('antwerpen'), name: 'Antwerpen', province: 'antwerpen' },
    { teamId: teamId('limburg'), name: 'Limburg', province: 'limburg' },
  ],
  members: [
    member(people.an, 'An', { team: 'limburg', organisation: 'CAW' }),
    member(people.bert, 'Bert', { team: 'limburg', organisation: 'VK' }),
    member(people.chris, 'Chris', { team: 'antwerpen', organisation: 'CAW' }),
    { ...member(people.dina, 'Dina', { team: null, organisation: 'CAW' }), role: 'coordinator' },
  ],
};

const week = (startMinute: number, endMinute: number, days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[]) =>
  Object.fromEntries(days.map((day) => [day, [{ startMinute, endMinute }]]));

/** Open day and night. */
export const alwaysOpen: OpeningHours = {
  versions: [{ validFrom: '2000-01-01', week: week(0, 1440, [1, 2, 3, 4, 5, 6, 7]) }],
  exceptions: [],
  isClosedOnPublicHolidays: false,
};

/** Tuesday to Thursday, 17 to 19 (R9). */
export const seedHours: OpeningHours = {
  versions: [{ validFrom: '2000-01-01', week: week(17 * 60, 19 * 60, [2, 3, 4]) }],
  exceptions: [],
  isClosedOnPublicHolidays: true,
};
