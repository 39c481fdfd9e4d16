import { z } from 'zod';

/** The helpline as a whole. */
export const helplineSection = z
  .strictObject({
    isDemo: z
      .boolean()
      .default(false)
      .describe(
        'True only for a demo or a test: it says so on every page, plain HTTP and the section development are allowed. Everything else is production.',
      ),
  })
  .describe('The helpline as a whole.');
