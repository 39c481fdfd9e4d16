import { describe, expect, test } from '@jest/globals';
import { readMessage } from '../../../widget/crypto/read-message.ts';
import { readEvents } from '../../../widget/crypto/read-sync.ts';
import { must } from '../../support/parsed.ts';

const rawEvent = { event_id: '$1', type: 'm.room.encrypted', sender: '@rosa:localhost', origin_server_ts: 5 };
const event = must(readEvents([rawEvent])[0], 'an event');
const answer = { 'm.relates_to': { 'm.in_reply_to': { event_id: '$0' } } };

describe('the lines that clients before Matrix 1.13 quote above an answer', () => {
  test.each([
    ['of one line', '> <@1712_caller_1:localhost> een\n\nx', 'x'],
    ['of several lines', '> <@1712_caller_1:localhost> een\n> twee\n>\n> drie\n\nx\n\ny', 'x\n\ny'],
    ['of an emote', '> * <@1712_caller_1:localhost> zwaait\n\nx', 'x'],
  ])('are left out: %s', (_name, body, left) => {
    expect(bodyOf({ body, ...answer })).toBe(left);
  });

  test.each([
    ['that answers nothing', { body: '> <@rosa:localhost> x\n\ny' }],
    ['whose quote somebody wrote', { body: '> wie zoekt die vindt\n\ny', ...answer }],
    ['with such a line further on', { body: 'x\n> <@rosa:localhost> y', ...answer }],
  ])('are kept as words in a message %s', (_name, content) => {
    expect(bodyOf(content)).toBe(content.body);
  });
});

function bodyOf(content: object): string | undefined {
  const read = readMessage(
    event,
    JSON.stringify({ type: 'm.room.message', content: { msgtype: 'm.text', ...content } }),
  );
  return read.kind === 'message' ? read.message.body : undefined;
}
