import { z } from 'zod';
import { addressModes } from '../../appservice/domain/address.ts';

/** What counsellors are shown of who calls (R21). */
export const privacySection = z
  .strictObject({
    addressMode: z
      .enum(addressModes)
      .default('on-demand')
      .describe(
        'When the counsellor of a conversation sees its IP address: on-demand (by !ip and a reason), always (at the take), or break-glass (by !ip; a second person agrees, or a coordinator reviews it). Each view is audited.',
      ),
  })
  .describe('What counsellors are shown of who calls.');
