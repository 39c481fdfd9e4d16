import { z } from 'zod';
import { contrast, leastContrast, readableBelowWhite } from '../../appservice/domain/accent.ts';

/** The helpline as a whole. */
export const helplineSection = z
  .strictObject({
    isDemo: z
      .boolean()
      .default(false)
      .describe(
        'True only for a demo or a test: it says so on every page, plain HTTP and the section development are allowed. Everything else is production.',
      ),
    accentColour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#0f6460", in quotes', abort: true })
      .refine((colour) => contrast(colour, '#ffffff') >= leastContrast, {
        error: ({ input }) => tooLight(String(input)),
      })
      .nullable()
      .default(null)
      .describe(
        'The one accent colour of the chat, as "#rrggbb" in quotes; white words stand on it. A tone for dark screens is made from it. Null for the green of the chat itself.',
      ),
  })
  .describe('The helpline as a whole.');

function tooLight(colour: string): string {
  const has = Math.floor(contrast(colour, '#ffffff') * 10) / 10;
  return `must be darker, because white words stand on it: their contrast is ${has}, and ${leastContrast} is the least (WCAG 1.4.3); "${readableBelowWhite(colour)}" has it`;
}
