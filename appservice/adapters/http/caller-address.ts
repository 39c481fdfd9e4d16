import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, SocketAddress } from 'node:net';
import { lineOf } from '../../domain/line.ts';

/** Where a request comes from, as far as that can be known. */
type CallerAddress = {
  /** The address as stored with a conversation (R22), or `unknown`: never a made-up address. */
  readonly text: string;
  /** What limits count by: IPv4 as it is, the /64 of an IPv6 (S27), and one of its own per connection when unknown. */
  readonly limitKey: string;
};

/** Finds the address a request comes from. */
export type AddressReader = (request: IncomingMessage) => CallerAddress;

/**
 * Makes the reader of addresses. `X-Forwarded-For` is believed from the trusted proxies only, from right to left, up to
 * the first address that is not one of them (R21); whatever a caller wrote to the left of it is never looked at.
 *
 * @param trustedProxies addresses or ranges in CIDR notation, such as `10.0.0.0/8`
 */
export function createAddressReader(trustedProxies: readonly string[]): AddressReader {
  const trusted = trustedList(trustedProxies);
  const unknownKeys = new WeakMap<object, string>();
  let unknownCount = 0;
  const unknown = (request: IncomingMessage): CallerAddress => {
    const key = unknownKeys.get(request.socket) ?? `unknown ${unknownCount++}`;
    unknownKeys.set(request.socket, key);
    return { text: 'unknown', limitKey: key };
  };
  return (request) => {
    const address = forwardedAddress(request, trusted);
    return address === undefined ? unknown(request) : { text: address, limitKey: lineOf(address) ?? address };
  };
}

/** The nearest address that is none of our proxies; undefined as soon as one cannot be parsed. */
function forwardedAddress(request: IncomingMessage, trusted: BlockList): string | undefined {
  const header = request.headers['x-forwarded-for'];
  const forwarded = header === undefined ? [] : String(header).split(',').reverse();
  let address = canonical(request.socket.remoteAddress ?? '');
  for (const hop of forwarded) {
    if (address === undefined || !isIn(trusted, address)) return address;
    address = canonical(hop.trim());
  }
  return address;
}

/** One spelling per address; an IPv4 address in IPv6 clothes is the IPv4 address. Undefined when it is none. */
function canonical(text: string): string | undefined {
  if (isIP(text) === 4) return text;
  const [bare = ''] = text.split('%');
  if (isIP(bare) !== 6) return undefined;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  return embedded?.[1] ?? address;
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function trustedList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
