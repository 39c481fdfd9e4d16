import { z } from 'zod';

const count = z.int().min(1).max(1_000_000);

/** Limits against floods, without puzzles (S27). */
export const limitsSection = z
  .strictObject({
    startsPerMinutePerAddress: count
      .default(60)
      .describe(
        'Conversations that one address (one /64 in IPv6) may start in a minute; a school is one address.',
      ),
    unreadyStartsPerAddress: count
      .default(20)
      .describe(
        'Slots that one address may hold for browsers that cannot read yet when it asks for one more; those who are told that it is busy hold none.',
      ),
    statusPerMinutePerAddress: count
      .default(600)
      .describe('Status streams that one address may open in a minute.'),
    statusStreamsPerAddress: count
      .default(100)
      .describe('Status streams that one address may hold open at the same time.'),
    requestsPerMinutePerConversation: count
      .default(1_200)
      .describe('Requests that the browser of one conversation may make in a minute.'),
    messagesPerMinutePerConversation: count
      .default(60)
      .describe('Messages that a caller may send in a minute.'),
    messageBurstPerConversation: count.default(5).describe('Messages that a caller may send in one go.'),
  })
  .describe('Limits against floods.');
