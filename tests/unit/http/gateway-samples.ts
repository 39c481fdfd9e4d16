import { caller, counsellor, device, event, room } from './public-world.ts';

export const client = '/_matrix/client/v3';
export const own = `${client}/rooms/${encodeURIComponent(room)}`;
export const foreignRoom = `!${'F'.repeat(43)}`;
export const stranger = '@eve:localhost';

const signature = { [caller]: { [`ed25519:${device}`]: 's' } };
export const deviceKeys = {
  user_id: caller,
  device_id: device,
  algorithms: ['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2'],
  keys: { [`curve25519:${device}`]: 'c', [`ed25519:${device}`]: 'e' },
  signatures: signature,
};
export const crossKey = (usage: string, person = caller) => ({
  user_id: person,
  usage: [usage],
  keys: { 'ed25519:k': 'k' },
  signatures: signature,
});
export const identity = {
  master_key: crossKey('master'),
  self_signing_key: crossKey('self_signing'),
  user_signing_key: crossKey('user_signing'),
};
export const olm = {
  algorithm: 'm.olm.v1.curve25519-aes-sha2',
  ciphertext: { curve: { type: 0, body: 'abc' } },
  sender_key: 'key',
};
export const withheld = {
  algorithm: 'm.megolm.v1.aes-sha2',
  code: 'm.unverified',
  reason: 'because',
  room_id: room,
  session_id: 'session',
  sender_key: 'key',
  from_device: device,
};
export const message = {
  algorithm: 'm.megolm.v1.aes-sha2',
  ciphertext: 'AwgA',
  session_id: 'session',
  sender_key: 'key',
  device_id: device,
};

/** Every row of feasibility Part D 1 that is open now, as a browser writes it. */
export const listed: readonly { readonly method: string; readonly url: string; readonly body?: unknown }[] = [
  { method: 'GET', url: `${client}/sync?timeout=25000&since=s1_2%7E3` },
  { method: 'GET', url: `${client}/sync` },
  { method: 'POST', url: `${client}/keys/upload`, body: { device_keys: deviceKeys, fallback_keys: {} } },
  { method: 'POST', url: `${client}/keys/query`, body: { device_keys: { [caller]: [], [counsellor]: [] } } },
  {
    method: 'POST',
    url: `${client}/keys/claim`,
    body: { one_time_keys: { [counsellor]: { DEV: 'signed_curve25519' } }, timeout: 10_000 },
  },
  { method: 'POST', url: `${client}/keys/device_signing/upload`, body: identity },
  {
    method: 'POST',
    url: `${client}/keys/signatures/upload`,
    body: { [caller]: { [device]: deviceKeys }, [counsellor]: { k: crossKey('master', counsellor) } },
  },
  {
    method: 'PUT',
    url: `${client}/sendToDevice/m.room.encrypted/t1`,
    body: { messages: { [counsellor]: { DEV: olm } } },
  },
  {
    method: 'PUT',
    url: `${client}/sendToDevice/m.room_key.withheld/t2`,
    body: { messages: { [counsellor]: { DEV: withheld } } },
  },
  { method: 'PUT', url: `${own}/send/m.room.encrypted/t3`, body: message },
  { method: 'GET', url: `${own}/messages?dir=b&limit=50&from=t1-2_3` },
  { method: 'POST', url: `${own}/receipt/m.read/${encodeURIComponent(event)}`, body: {} },
  {
    method: 'PUT',
    url: `${own}/typing/${encodeURIComponent(caller)}`,
    body: { typing: true, timeout: 30_000 },
  },
  { method: 'PUT', url: `${own}/redact/${encodeURIComponent(event)}/t4`, body: {} },
];
