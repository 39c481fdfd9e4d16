import { describe, expect, test } from '@jest/globals';
import { createEventOrder } from '../../../widget/crypto/event-order.ts';
import { createFillGap } from '../../../widget/crypto/fill-gap.ts';
import { GatewayError } from '../../../widget/crypto/gateway-error.ts';
import type { JsonObject } from '../../../widget/crypto/json-fields.ts';
import { createMembers } from '../../../widget/crypto/members.ts';
import type { ReceivedMessage } from '../../../widget/worker-messages.ts';
import { readReceipts, readTyping } from '../../../widget/crypto/read-ephemeral.ts';
import { readMessage } from '../../../widget/crypto/read-message.ts';
import { type RawEvent, readEvents, readSync } from '../../../widget/crypto/read-sync.ts';
import { createTimeline } from '../../../widget/crypto/timeline.ts';

const rosa = '@rosa:localhost';

function rawEvent(event: JsonObject): RawEvent {
  const [read] = readEvents([
    { event_id: '$1', type: 'm.room.encrypted', sender: rosa, origin_server_ts: 5, ...event },
  ]);
  if (read === undefined) throw new Error('not an event');
  return read;
}

describe('a decrypted event', () => {
  const read = (content: JsonObject, type = 'm.room.message') =>
    readMessage(rawEvent({}), JSON.stringify({ type, content }));
  const message = (change: Partial<ReceivedMessage>) => ({
    kind: 'message',
    message: {
      eventId: '$1',
      sender: rosa,
      sentAtMs: 5,
      kind: 'text',
      body: 'x',
      repliesTo: null,
      isEdited: false,
      ...change,
    },
  });
  test.each<[string, JsonObject, object]>([
    ['text', { msgtype: 'm.text', body: 'x' }, message({})],
    [
      'formatting is not used',
      { msgtype: 'm.text', body: '**x**', format: 'org.matrix.custom.html', formatted_body: '<img src=x>' },
      message({ body: '**x**' }),
    ],
    ['a notice, which a program wrote', { msgtype: 'm.notice', body: 'x' }, message({ kind: 'notice' })],
    ['an emote', { msgtype: 'm.emote', body: 'knikt' }, message({ kind: 'emote', body: 'knikt' })],
    [
      'a file without its name',
      { msgtype: 'm.file', body: 'geheim.pdf', file: {} },
      message({ kind: 'file', body: '' }),
    ],
    ['an image', { msgtype: 'm.image', body: 'x.png' }, message({ kind: 'file', body: '' })],
    ['a voice message', { msgtype: 'm.audio', body: 'Voice message' }, message({ kind: 'file', body: '' })],
    [
      'a place',
      { msgtype: 'm.location', body: 'x', geo_uri: 'geo:1,2' },
      message({ kind: 'other', body: '' }),
    ],
    ['an unknown kind', { msgtype: 'org.example', body: 'x' }, message({ kind: 'other', body: '' })],
    ['no kind at all', { body: 'x' }, message({ kind: 'other', body: '' })],
    ['60 kB of text', { msgtype: 'm.text', body: 'x'.repeat(60_000) }, message({ body: 'x'.repeat(60_000) })],
    ['a body that is no text', { msgtype: 'm.text', body: { x: 1 } }, message({ kind: 'other', body: '' })],
    ['a kind of the prototype', { msgtype: 'constructor', body: 'x' }, message({ kind: 'other', body: '' })],
    [
      'a reply',
      { msgtype: 'm.text', body: 'x', 'm.relates_to': { 'm.in_reply_to': { event_id: '$0' } } },
      message({ repliesTo: '$0' }),
    ],
    [
      'a thread in line',
      {
        msgtype: 'm.text',
        body: 'x',
        'm.relates_to': {
          rel_type: 'm.thread',
          event_id: '$0',
          is_falling_back: true,
          'm.in_reply_to': { event_id: '$9' },
        },
      },
      message({}),
    ],
    [
      'a reply within a thread',
      {
        msgtype: 'm.text',
        body: 'x',
        'm.relates_to': {
          rel_type: 'm.thread',
          event_id: '$0',
          is_falling_back: false,
          'm.in_reply_to': { event_id: '$9' },
        },
      },
      message({ repliesTo: '$9' }),
    ],
    [
      'an edit',
      {
        msgtype: 'm.text',
        body: '* y',
        'm.new_content': { msgtype: 'm.text', body: 'y' },
        'm.relates_to': { rel_type: 'm.replace', event_id: '$0' },
      },
      { kind: 'edit', targetId: '$0', sender: rosa, body: 'y' },
    ],
    [
      'an edit without new text',
      { msgtype: 'm.text', body: '* y', 'm.relates_to': { rel_type: 'm.replace', event_id: '$0' } },
      { kind: 'nothing' },
    ],
    ['a verification request', { msgtype: 'm.key.verification.request', body: 'x' }, { kind: 'nothing' }],
  ])('%s', (_name, content, expected) => {
    expect(read(content)).toEqual(expected);
  });
});

describe('the timeline', () => {
  const received: ReceivedMessage = {
    eventId: '$m',
    sender: rosa,
    sentAtMs: 1,
    kind: 'text',
    body: 'een',
    repliesTo: null,
    isEdited: false,
  };
  const shown = { kind: 'message' as const, message: received };
  const edit = (body: string, sender = rosa) => ({ kind: 'edit' as const, targetId: '$m', sender, body });
  test('shows a message once', () => {
    const timeline = createTimeline();
    expect(timeline.show('$m', shown)).toEqual([shown]);
    expect(timeline.show('$m', shown)).toEqual([]);
  });
  test('takes an edit from the author only', () => {
    const timeline = createTimeline();
    timeline.show('$m', shown);
    expect(timeline.show('$e1', edit('vals', '@eve:localhost'))).toEqual([]);
    expect(timeline.show('$e2', edit('twee'))).toEqual([{ kind: 'edited', eventId: '$m', body: 'twee' }]);
  });
  test('shows a message that is readable only after its edit as it was left', () => {
    const timeline = createTimeline();
    timeline.show('$e1', edit('vals', '@eve:localhost'));
    timeline.show('$e2', edit('twee'));
    expect(timeline.show('$m', shown)).toEqual([
      { kind: 'message', message: { ...received, body: 'twee', isEdited: true } },
    ]);
  });
  test('goes back to the text before when an edit is removed', () => {
    const timeline = createTimeline();
    timeline.show('$m', shown);
    timeline.show('$e1', edit('twee'));
    expect(timeline.remove('$e1')).toEqual([{ kind: 'edited', eventId: '$m', body: 'een' }]);
  });
  test('removes once, and never shows again what was removed', () => {
    const timeline = createTimeline();
    timeline.show('$m', shown);
    expect(timeline.remove('$m')).toEqual([{ kind: 'removed', eventId: '$m' }]);
    expect(timeline.remove('$m')).toEqual([]);
    expect(timeline.show('$m', shown)).toEqual([]);
    expect(timeline.show('$e1', edit('twee'))).toEqual([]);
  });
  test('a removal before the message could be read keeps it away', () => {
    const timeline = createTimeline();
    expect(timeline.remove('$m')).toEqual([]);
    expect(timeline.show('$m', shown)).toEqual([]);
  });
});

describe('the order of events', () => {
  test('answers the newest own event up to a receipt, once and never backwards', () => {
    const order = createEventOrder();
    order.place('$own1', true);
    order.place('$own2', true);
    order.place('$hers', false);
    order.place('$own3', true);
    expect(order.readUpTo('$hers')).toBe('$own2');
    expect(order.readUpTo('$own2')).toBeUndefined();
    expect(order.readUpTo('$own1')).toBeUndefined();
    expect(order.readUpTo('$unknown')).toBeUndefined();
    expect(order.readUpTo('$own3')).toBe('$own3');
  });
  test('takes each event once', () => {
    const order = createEventOrder();
    expect(order.place('$1', false)).toBe(true);
    expect(order.place('$1', false)).toBe(false);
    expect(order.isKnown('$1')).toBe(true);
  });
});

describe('an answer to sync', () => {
  test('that is none is undefined', () => {
    expect([
      readSync('', '!r'),
      readSync('[]', '!r'),
      readSync('{}', '!r'),
      readSync('{"next_batch":7}', '!r'),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('holds the own room only, and drops what is malformed', () => {
    const event = {
      event_id: '$1',
      type: 'm.room.member',
      sender: '@a:b',
      state_key: '@a:b',
      content: { membership: 'join' },
    };
    const answer = readSync(
      JSON.stringify({
        next_batch: 's1',
        device_lists: { changed: ['@a:b', 7], left: null },
        device_one_time_keys_count: { signed_curve25519: 50, odd: 'x' },
        rooms: {
          join: {
            '!r': { timeline: { events: [event, 'x', { type: 'y' }], limited: true, prev_batch: 'p' } },
            '!other': { timeline: { events: [event, event] } },
          },
        },
      }),
      '!r',
    );
    expect(answer).toMatchObject({
      nextBatch: 's1',
      changedUsers: ['@a:b'],
      leftUsers: [],
      gapFrom: 'p',
      hasRoom: true,
      hasLeft: false,
      unusedFallbackKeys: undefined,
    });
    expect(answer?.timeline.map((each) => each.eventId)).toEqual(['$1']);
    expect([...(answer?.oneTimeKeyCounts ?? [])]).toEqual([['signed_curve25519', 50]]);
  });
  test('says that the caller was removed', () => {
    expect(
      readSync('{"next_batch":"s","rooms":{"leave":{"!r":{"timeline":{"events":[]}}}}}', '!r')?.hasLeft,
    ).toBe(true);
  });
  test('gives a redaction its target from the content or from the top', () => {
    expect(rawEvent({ content: { redacts: '$a' } }).redacts).toBe('$a');
    expect(rawEvent({ redacts: '$b' }).redacts).toBe('$b');
  });
});

describe('a gap in the timeline', () => {
  const event = (id: string) => ({ event_id: id, type: 't', sender: '@a:b' });
  const gatewayOf = (pages: Record<string, unknown>) => ({
    request: ({ query }: { query?: Readonly<Record<string, string>> }) => {
      const page = pages[query?.['from'] ?? ''];
      return page instanceof Error ? Promise.reject(page) : Promise.resolve(JSON.stringify(page));
    },
  });
  test('is read backwards until something known, oldest first', async () => {
    const gateway = gatewayOf({
      p1: { chunk: [event('$5'), event('$4')], end: 'p2' },
      p2: { chunk: [event('$3'), event('$2')], end: 'p3' },
    });
    const fill = createFillGap(gateway, '!r', (eventId) => eventId === '$2');
    expect((await fill('p1')).map((each) => each.eventId)).toEqual(['$3', '$4', '$5']);
  });
  test.each(['unreachable', 'limited', 'ended'] as const)(
    'gives nothing of it away when the gateway is %s half-way',
    async (code) => {
      const away = gatewayOf({ p1: { chunk: [event('$5')], end: 'p2' }, p2: new GatewayError(code) });
      await expect(createFillGap(away, '!r', () => false)('p1')).rejects.toMatchObject({ code });
    },
  );
  test('is filled as far as the gateway allows', async () => {
    const refused = gatewayOf({ p1: { chunk: [event('$5')], end: 'p2' }, p2: new GatewayError('refused') });
    expect(await createFillGap(refused, '!r', () => false)('p1')).toHaveLength(1);
  });
});

describe('who is there', () => {
  const member = (userId: string, membership: string) =>
    rawEvent({ type: 'm.room.member', state_key: userId, content: { membership } });
  test('never counts the host or the caller, and tells each change once', () => {
    const members = createMembers(['@1712:localhost', '@caller:localhost']);
    expect(members.apply(member('@1712:localhost', 'join'))).toBeUndefined();
    expect(members.apply(member('@caller:localhost', 'join'))).toBeUndefined();
    expect(members.apply(member(rosa, 'invite'))).toBeUndefined();
    expect(members.apply(member(rosa, 'join'))).toEqual({ kind: 'joined', userId: rosa });
    expect(members.apply(member(rosa, 'join'))).toBeUndefined();
    expect(members.isJoined(rosa)).toBe(true);
    expect(members.apply(member(rosa, 'ban'))).toEqual({ kind: 'left', userId: rosa });
    expect(members.hasAnybodyJoined()).toBe(false);
  });
  test('typing and reading count only of others', () => {
    expect(readTyping({ user_ids: ['@caller:localhost', 7] }, ['@caller:localhost'])).toBe(false);
    expect(readTyping({ user_ids: [rosa] }, ['@caller:localhost'])).toBe(true);
    expect(
      readReceipts(
        { $1: { 'm.read': { '@caller:localhost': {} } }, $2: { 'm.read': { [rosa]: {} } }, $3: 'x' },
        ['@caller:localhost'],
      ),
    ).toEqual(['$2']);
  });
});
