import { z } from 'zod';
import { webPage } from './web-address.ts';

const calendarDay = z.string().refine((text) => isoDay(text) === text, 'must be a day such as 2026-11-30');

/** The day of a text that stands for one, as ISO 8601 writes it; a day that its month does not have becomes another. */
function isoDay(text: string): string | undefined {
  return Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString().slice(0, 10);
}

const shortName = z.string().min(1).max(120);

function mailAddress(sample: string, description: string) {
  return z.email('must be a mail address').meta({ sample }).describe(description);
}

function authority(sample: { readonly name: string; readonly url: string }, description: string) {
  return z
    .strictObject({
      name: shortName.meta({ sample: sample.name }).describe('Its name, as callers read it.'),
      url: webPage.meta({ sample: sample.url }).describe('Where one complains to it.'),
      checkedOn: calendarDay
        .meta({ sample: '2026-11-30' })
        .describe('Day on which you looked whether both are right; callers are shown it.'),
    })
    .describe(description);
}

/** Who stands behind the chat and where to write about what (R40, R41, R82, R86): part of the section `contact`. */
export const organisationSettings = {
  siteOwner: shortName.meta({ sample: 'CAW Example' }).describe('Who owns the site, for the imprint.'),
  complaintUrl: webPage
    .meta({ sample: 'https://www.example.org/complaint' })
    .describe('Page that says how to complain, and what happens after a complaint.'),
  generalAddress: mailAddress('info@example.org', 'Where general questions go.'),
  technicalAddress: mailAddress('technical@example.org', 'Where word of faults goes.'),
  privacyAddress: mailAddress(
    'privacy@example.org',
    'Where questions and complaints about personal data go.',
  ),
  dossierPrivacyAddress: mailAddress('dossier@example.org', 'Where questions about data in a file go.'),
  flemishAuthority: authority(
    { name: 'Vlaamse Toezichtcommissie', url: 'https://www.example.org/flemish-authority' },
    'The Flemish authority for personal data.',
  ),
  belgianAuthority: authority(
    { name: 'Gegevensbeschermingsautoriteit', url: 'https://www.example.org/belgian-authority' },
    'The Belgian authority for personal data.',
  ),
  processors: z
    .array(
      z.strictObject({
        name: shortName.describe('Name of the company.'),
        purpose: shortName.describe('What it does, in a few words that callers understand.'),
      }),
    )
    .default([])
    .meta({ sample: [] })
    .describe(
      'Companies that handle personal data for you, each with name and purpose; callers are shown them.',
    ),
};
