import { z } from 'zod';
import { provinces } from '../../appservice/domain/roster.ts';
import { organisationSettings } from './organisation.ts';
import { webPage } from './web-address.ts';

const phoneNumber = z.string().regex(/^[0-9+ ./]{3,20}$/, 'must be a phone number as people write it');

/** Free lines of Flanders, for everybody, for children, and for whoever thinks of suicide. */
const flemishLines = [
  { name: 'Tele-Onthaal', purpose: 'Praten over alles wat je bezighoudt', phone: '106' },
  { name: 'Awel', purpose: 'Voor kinderen en jongeren', phone: '102' },
  { name: 'Zelfmoordlijn', purpose: 'Als je aan zelfmoord denkt', phone: '1813' },
];

/** What callers are shown beside the chat (R8, R14, R40, R41, R80, R82, R86, S3). */
export const contactSection = z
  .strictObject({
    mailAddress: z
      .email('must be a mail address')
      .meta({ sample: 'chat@example.org' })
      .describe('Where callers may write instead.'),
    phone: phoneNumber.default('1712').describe('Free phone number, as people write it.'),
    exitUrl: webPage
      .default('https://www.wikipedia.org/')
      .describe('Neutral page to which the quick exit leads.'),
    privacyUrl: webPage
      .meta({ sample: 'https://www.example.org/privacy' })
      .describe('The whole privacy notice.'),
    noticeVersion: z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,20}$/, 'must be letters, digits, dots and dashes')
      .nullable()
      .default(null)
      .describe(
        'Version of the privacy notice that callers are shown; kept with each conversation. Null for the text as shipped; name your own when you replace its words.',
      ),
    otherLines: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(60).describe('Name.'),
          purpose: z.string().min(1).max(120).describe('For whom or for what, in Dutch.'),
          phone: phoneNumber.describe('Number, as people write it.'),
        }),
      )
      .min(1, 'must name at least one line')
      .default(flemishLines)
      .meta({ sample: flemishLines })
      .describe('Other lines that are shown to who is blocked from the chat.'),
    brusselsProvince: z
      .enum(provinces)
      .nullable()
      .default(null)
      .describe('Province whose team answers callers from Brussels; null for any team.'),
    ...organisationSettings,
  })
  .describe('What callers are shown beside the chat.');
