import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import { type WebSite, serveSite, siteApplication } from './web-site.ts';

const folder = join(import.meta.dirname, 'demo-site');

/** What the demo page shows and where. */
export type DemoSiteOptions = {
  readonly port: number;
  /** Origin of the appservice's public listener. */
  readonly apiOrigin: string;
  readonly hours: 'always' | 'real';
};

const hoursWords = {
  always: 'Deze demo is altijd open, dag en nacht. De echte chat heeft openingsuren.',
  real: 'Deze demo volgt de openingsuren van het voorbeeld: dinsdag, woensdag en donderdag van 17 tot 19 uur.',
} as const;

/** Serves the page that plays the helpline's website: calm, Dutch, nothing from a third party. */
export function startDemoSite(options: DemoSiteOptions): Promise<WebSite> {
  const { apiOrigin, hours } = options;
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll('{api}', apiOrigin)
    .replaceAll('{hours}', hours)
    .replaceAll('{hoursWords}', hoursWords[hours]);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${apiOrigin}`,
    `style-src 'self' ${apiOrigin} 'unsafe-inline'`,
    `img-src 'self' data: ${apiOrigin}`,
    `connect-src ${apiOrigin}`,
    `frame-src ${apiOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const application = siteApplication();
  application.use((_request, response, next) => {
    response.set('content-security-policy', policy);
    next();
  });
  application.get('/', (_request, response) => {
    response.type('html').send(page);
  });
  application.use(express.static(folder, { index: false }));
  return serveSite(application, options.port);
}
