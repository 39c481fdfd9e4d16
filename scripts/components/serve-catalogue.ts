import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { serveSite, siteApplication, type WebSite } from '../stack/web-site.ts';

/** The frame's own policy, but that a page may be held by the overview: what needs more does not work here either (S21). */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Builds the catalogue of components into a folder that goes with it, and serves it on loopback until it is stopped. */
export async function serveCatalogue(port = 0): Promise<WebSite> {
  const { build } = await import('vite');
  const { catalogueConfig } = await import('../widget/vite-configs.ts');
  const folder = mkdtempSync(join(tmpdir(), 'helpline-components-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await build(catalogueConfig(folder));
    const site = await serveSite(applicationOf(folder), port);
    return {
      url: site.url,
      stop: async () => {
        await site.stop();
        remove();
      },
    };
  } catch (failure) {
    remove();
    throw failure;
  }
}

function applicationOf(folder: string): ReturnType<typeof siteApplication> {
  const application = siteApplication();
  application.use((_request, response, next) => {
    response.set('content-security-policy', policy);
    next();
  });
  application.use(express.static(folder));
  return application;
}
