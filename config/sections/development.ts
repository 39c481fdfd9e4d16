import { z } from 'zod';

/** What only a demo or a test may set: the clock and a crash (design 13). */
export const developmentSection = z
  .strictObject({
    startAt: z.iso
      .datetime({ offset: true, message: 'must be an instant such as 2027-05-25T17:30:00+02:00' })
      .transform((text) => Date.parse(text))
      .nullable()
      .default(null)
      .meta({ sample: null })
      .describe('What the clock says when the service starts; null for the true time.'),
    isClockDriven: z
      .boolean()
      .default(false)
      .describe('Whether the clock stands still and is moved by hand.'),
    crashAt: z
      .string()
      .regex(/^[a-z-]+\.[a-z-]+$/, 'must be the name of a crash point')
      .nullable()
      .default(null)
      .describe('Crash point at which the process kills itself; null for none.'),
  })
  .describe('For a demo or a test only; a production configuration must leave it out.');
