import type { Socket } from 'node:net';

/** Where a browser wants to be connected to. */
export type Destination = { readonly host: string; readonly port: number };

/** Answers of RFC 1928, section 6, with an address of zeros. */
const replies = { connected: 0, refused: 2 } as const;

/** Speaks the beginning of SOCKS 5 (RFC 1928) without a password; undefined when the browser asks for something else. */
export async function greet(browser: Socket): Promise<Destination | undefined> {
  const [version] = await read(browser);
  if (version !== 5) return undefined;
  browser.write(Buffer.from([5, 0]));
  const request = await read(browser);
  const [, command, , kind, length = 0] = request;
  if (command !== 1) return undefined;
  // Chromium leaves names to the proxy; addresses are written as four bytes.
  const end = kind === 3 ? 5 + length : 8;
  const host = kind === 3 ? request.toString('latin1', 5, end) : request.subarray(4, end).join('.');
  return { host, port: request.readUInt16BE(end) };
}

/** Tells the browser what became of its wish. */
export function reply(browser: Socket, outcome: keyof typeof replies): void {
  browser.write(Buffer.from([5, replies[outcome], 0, 1, 0, 0, 0, 0, 0, 0]));
}

/** Each message of the greeting comes in one piece over loopback. */
function read(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.once('data', resolve);
    socket.once('close', reject);
  });
}
