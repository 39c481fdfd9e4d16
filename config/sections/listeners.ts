import { z } from 'zod';
import { webOrigin } from './web-address.ts';

const host = z.string().min(1).max(255);
const port = z.int('must be a port number').min(1).max(65_535);

/** Where the service listens, and which addresses it believes (design 5.5). */
export const listenersSection = z
  .strictObject({
    public: z
      .strictObject({
        host: host.default('127.0.0.1').describe('Address to listen on; a proxy with TLS stands before it.'),
        port: port.default(8_080).describe('Port to listen on.'),
      })
      .prefault({})
      .describe('What callers reach: widget, status, conversations, gateway.'),
    private: z
      .strictObject({
        host: host.default('127.0.0.1').describe('Address to listen on; never reachable from outside.'),
        port: port.default(8_081).describe('Port to listen on.'),
      })
      .prefault({})
      .describe('What only Synapse and the administrator reach: transactions, health, metrics.'),
    publicOrigin: webOrigin
      .meta({ sample: 'https://chat.example.org' })
      .describe(
        'Origin under which browsers reach the public listener; of the same registrable domain as the website.',
      ),
    hostOrigins: z
      .array(webOrigin)
      .min(1, 'must name at least one website')
      .meta({ sample: ['https://www.example.org'] })
      .describe('Origins of the websites that may show the chat.'),
    trustedProxies: z
      .array(
        z.union(
          [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
          'must be an IP address or a range such as 10.0.0.0/8',
        ),
      )
      .default([])
      .describe('Addresses of our own proxies; only their X-Forwarded-For is believed.'),
  })
  .describe('Where the service listens and under which address it is known.');
