import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express from 'express';
import { serverName } from './backends.ts';
import { checkout } from './checkout.ts';
import { StackError } from './stack-error.ts';
import { type WebSite, serveSite, siteApplication } from './web-site.ts';

/** Which release of Element Web is served, and where. */
export type ElementSiteOptions = {
  /** Folder of an unpacked release: the one with `index.html`. */
  readonly folder: string;
  readonly port: number;
  readonly homeserverUrl: string;
};

/** Serves an unmodified Element Web whose settings point at the stack's homeserver. */
export function startElementSite(options: ElementSiteOptions): Promise<WebSite> {
  const folder = resolve(options.folder);
  const settings = readFileSync(join(checkout, 'config/element/config.json'), 'utf8')
    .replaceAll('{homeserver}', options.homeserverUrl)
    .replaceAll('{server_name}', serverName);
  const application = siteApplication();
  // Element asks for the settings of its host name first, and takes the general ones when there are none.
  application.get(/^\/config(\.[a-z0-9.-]+)?\.json$/, (_request, response) => {
    response.type('json').send(settings);
  });
  application.use(express.static(folder, { dotfiles: 'ignore' }));
  return serveSite(application, options.port);
}

/** @throws StackError `options` when a folder holds no Element Web. */
export function requireElement(folder: string): void {
  if (existsSync(join(resolve(folder), 'index.html'))) return;
  throw new StackError(
    'options',
    `There is no Element Web in ${resolve(folder)}: unpack a release of element-web there, so that the folder holds index.html.`,
  );
}
