import { z } from 'zod';
import { provinces } from '../../appservice/domain/roster.ts';
import { organisationSettings } from './organisation.ts';
import { webPage } from './web-address.ts';

/** What callers are shown beside the chat (R8, R14, R40, R41, R80, R82, R86, S3). */
export const contactSection = z
  .strictObject({
    mailAddress: z
      .email('must be a mail address')
      .meta({ sample: 'chat@example.org' })
      .describe('Where callers may write instead.'),
    phone: z
      .string()
      .regex(/^[0-9+ ./]{3,20}$/, 'must be a phone number as people write it')
      .default('1712')
      .describe('Free phone number, as people write it.'),
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
    brusselsProvince: z
      .enum(provinces)
      .nullable()
      .default(null)
      .describe('Province whose team answers callers from Brussels; null for any team.'),
    ...organisationSettings,
  })
  .describe('What callers are shown beside the chat.');
