/** How many of the eight groups of an IPv6 address name the line: the /64 that one household gets (R23). */
const groupsOfLine = 4;

/**
 * The line that an address belongs to, one spelling for each: an IPv4 address whole, also in IPv6 clothes, the /64 of an IPv6
 * address (R23, R35, S27). Null for what is no address, such as `unknown`: what is not known equals nothing.
 */
export function lineOf(address: string): string | null {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(embedded)) return embedded;
  if (!/^[0-9a-f:]{2,39}$/i.test(address) || !address.includes(':')) return null;
  const [head = '', tail] = address.split('::');
  const before = groupsIn(head);
  const after = groupsIn(tail ?? '');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16));
  return groups.length === 8 ? `${groups.slice(0, groupsOfLine).join(':')}::/64` : null;
}

function groupsIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
