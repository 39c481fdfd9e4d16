import { z } from 'zod';
import { provinces } from '../../appservice/domain/roster.ts';
import { webPage } from './web-address.ts';

/** What callers are shown beside the chat (R8, R14, S3). */
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
      .default('1')
      .describe('Version of the privacy notice; kept with each conversation.'),
    brusselsProvince: z
      .enum(provinces)
      .nullable()
      .default(null)
      .describe('Province whose team answers callers from Brussels; null for any team.'),
  })
  .describe('What callers are shown beside the chat.');
