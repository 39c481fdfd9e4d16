import { z } from 'zod';

/** The waiting room (S39): off unless a size is given. */
export const waitingRoomSection = z
  .strictObject({
    size: z
      .int()
      .min(0)
      .max(100)
      .default(0)
      .describe(
        'How many callers may wait while every counsellor is in conversation; they see how many are before them. 0 switches the waiting room off: the chat is busy then.',
      ),
  })
  .describe('The waiting room.');
