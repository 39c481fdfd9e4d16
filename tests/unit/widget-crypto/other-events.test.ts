import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../widget/crypto/json-fields.ts';
import { readMessage, type Readable } from '../../../widget/crypto/read-message.ts';
import { readEvents } from '../../../widget/crypto/read-sync.ts';

/** What a decrypted event of this type says. */
function read(content: JsonObject, type: string): Readable {
  const [event] = readEvents([
    { event_id: '$1', type: 'm.room.encrypted', sender: '@rosa:localhost', origin_server_ts: 5 },
  ]);
  if (event === undefined) throw new Error('not an event');
  return readMessage(event, JSON.stringify({ type, content }));
}

describe('a decrypted event that is no message', () => {
  test.each([
    { kind: 'other', type: 'm.sticker', content: { body: 'x', url: 'mxc://x/y' } },
    {
      kind: 'other',
      type: 'org.matrix.msc3381.poll.start',
      content: { 'org.matrix.msc1767.text': 'Welke dag?', 'org.matrix.msc3381.poll.start': {} },
    },
    { kind: 'other', type: 'm.poll', content: { 'm.text': [{ body: 'Welke dag?' }] } },
    { kind: 'other', type: 'org.example.card', content: { body: 'x' } },
    { kind: 'call', type: 'm.call.invite', content: { call_id: 'c', offer: { sdp: 'x' } } },
    { kind: 'call', type: 'org.matrix.msc4075.rtc.notification', content: {} },
  ])('but is meant for people is one sentence: $type', ({ type, content, kind }) => {
    expect(read(content, type)).toMatchObject({ kind: 'message', message: { kind, body: '' } });
  });

  test.each<[string, JsonObject]>([
    ['m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$0', key: '❤' } }],
    ['m.call.candidates', { call_id: 'c', candidates: [] }],
    ['io.element.call.encryption_keys', { keys: [] }],
    ['org.matrix.msc3381.poll.response', { 'm.relates_to': { rel_type: 'm.reference', event_id: '$0' } }],
    ['org.example', { body: 7, 'm.text': [] }],
    ['org.example', { body: 'x', 'm.relates_to': { rel_type: 'm.replace', event_id: '$0' } }],
    ['__proto__', {}],
  ])('and is between programs says nothing: %s %p', (type, content) => {
    expect(read(content, type)).toEqual({ kind: 'nothing' });
  });

  test('and is no JSON says nothing', () => {
    const [event] = readEvents([{ event_id: '$1', type: 'm.room.encrypted', sender: '@rosa:localhost' }]);
    expect(event && readMessage(event, '<html>')).toEqual({ kind: 'nothing' });
  });
});
