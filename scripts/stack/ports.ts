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

/** Ports that the kernel says are free, all different; for tests. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const probes = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve, reject) => {
          probe.once('error', reject);
          probe.listen({ port: 0, host: loopback, exclusive: true }, () => {
            const address = probe.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
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
