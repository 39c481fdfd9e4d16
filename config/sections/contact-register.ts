import { z } from 'zod';
import {
  chiCategories,
  type ContactLists,
  type ContactListVersions,
} from '../../appservice/domain/contact-lists.ts';
import { languages } from '../../appservice/domain/conversation.ts';
import { provinces } from '../../appservice/domain/roster.ts';
import { lists1712 } from './contact-lists-1712.ts';

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'must be a code such as "other-line"')
  .describe('What is stored; never use one code for two things, not in a later version either.');

const label = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(
    /^(?![!>])(?!\d{1,2}$)[^\n]+$/u,
    'must be one line, not a number alone, that does not begin with "!" or ">"',
  )
  .describe('What the counsellor reads, in Dutch.');

const choice = z.strictObject({ code, label });

/** The form takes a number of at most two digits, and one message must hold a list. */
const mostChoices = 40;

function list<Choice extends z.ZodType<{ readonly code: string }>>(of: Choice, least: number) {
  return z
    .array(of)
    .min(least)
    .max(mostChoices)
    .refine((all) => new Set(all.map((each) => each.code)).size === all.length, 'must not hold a code twice');
}

/** What a conversation answers by itself must have a word in the list. */
function listWith(codes: readonly string[]) {
  return list(choice, codes.length).refine(
    (all) => codes.every((wanted) => all.some((each) => each.code === wanted)),
    `must hold the codes ${codes.join(', ')}`,
  );
}

const version = z.strictObject({
  validFrom: z.iso
    .date('must be a day such as 2027-01-01')
    .describe('First day of these lists; a contact keeps those of its own day.'),
  themes: list(
    z.strictObject({
      code,
      label,
      chi: z
        .enum(chiCategories)
        .describe('The one category of Child Helpline International that it counts in.'),
      subThemes: list(choice, 0).describe('What it is divided into; none where nothing more is asked.'),
    }),
    1,
  ).describe('What a contact is about.'),
  relations: list(choice, 1).describe('What whoever makes contact is to the person concerned.'),
  roles: list(choice, 1).describe('Their role; only the counsellor sees it.'),
  contexts: list(choice, 1).describe('Where it happens.'),
  ages: list(choice, 1).describe('Age bands.'),
  sexes: list(choice, 1).describe('Sex.'),
  referrals: list(choice, 1).describe('Whom the caller was referred to.'),
  durations: list(
    z.strictObject({
      code,
      label,
      underMinutes: z
        .int()
        .min(1)
        .nullable()
        .describe('The band ends before so many minutes; null for the last.'),
    }),
    1,
  )
    .refine((all) => all.at(-1)?.underMinutes === null, 'must end with a band without end (null)')
    .refine(areInOrder, 'must be in order, and only the last may be without end (null)')
    .describe('Bands of how long a contact took, the shortest first.'),
  regions: listWith(provinces).describe('Regions; the five provinces must be among them.'),
  languages: listWith(languages).describe('Languages; nl, en and fr must be among them.'),
});

function areInOrder(all: readonly { readonly underMinutes: number | null }[]): boolean {
  const ends = all.map(({ underMinutes }) => underMinutes ?? Infinity);
  return ends.every((end, index) => index === 0 || (ends[index - 1] ?? 0) < end);
}

/** What can be chosen when a contact is registered (R62, S45): lists with the day from which they hold. */
export const contactRegisterSection = z
  .strictObject({
    versions: z
      .array(version)
      .refine(
        (all) => new Set(all.map((each) => each.validFrom)).size === all.length,
        'must not hold two versions from the same day',
      )
      .refine(
        (all) => all.every((each) => each.validFrom > lists1712.validFrom),
        `must begin after ${lists1712.validFrom}, when those that come with the software begin`,
      )
      .default([])
      .meta({ sample: [] })
      .describe(
        'Lists in place of those that come with the software (config/sections/contact-lists-1712.ts shows their form), each from a day on.',
      ),
  })
  .transform(({ versions }): ContactListVersions => {
    const later: readonly ContactLists[] = versions;
    return [lists1712, ...later.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))];
  })
  .describe('The contact register: what can be chosen when a contact is registered.');
