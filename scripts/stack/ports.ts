import { createServer } from 'node:net';
import { StackError } from './stack-error.ts';

/** The only address that anything of the stack listens on. */
export const loopback = '127.0.0.1';

function isRefused(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES');
    });
    probe.listen({ port, host, exclusive: true }, () => {
      probe.close(() => {
        resolve(false);
      });
    });
  });
}

/**
 * Whether something listens on a port of this machine's loopback. IPv6 counts too, because a browser
 * that opens `localhost` may try it first and would then meet a stranger.
 */
export async function isPortTaken(port: number): Promise<boolean> {
  return (await isRefused(port, loopback)) || (await isRefused(port, '::1'));
}

const blocks = { first: 20_000, size: 10, count: 1_199 };
let blocksTried = 0;

/**
 * Free ports for one world of the tests, at most ten. They lie below those that the kernel gives to outgoing
 * connections, so that none is lost between this look and its use, and two test processes begin at different blocks.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  for (let attempt = 0; attempt < blocks.count; attempt += 1) {
    const block = (process.pid + 397 * blocksTried++) % blocks.count;
    const first = blocks.first + block * blocks.size;
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const taken = await Promise.all(ports.map(isPortTaken));
    if (!taken.includes(true)) return ports;
  }
  throw new StackError('port-taken', 'No free ports were found between 20000 and 32000 for a test.');
}

/**
 * Makes sure that every port of the stack is free.
 *
 * @throws StackError `port-taken`, naming the first taken port and the option that moves all of them.
 */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isPortTaken(port)) {
      throw new StackError(
        'port-taken',
        `Port ${port} is taken by another program: end that program, or start with other ports, such as "npm start -- --ports 18120".`,
      );
    }
  }
}
