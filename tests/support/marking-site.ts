import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { BrowserContext } from 'playwright-core';

/** A site that has nothing to do with the chat, and leaves marks in a browser wherever a page can leave any. */
export interface MarkingSite {
  /** The page that a quick exit leads to. */
  readonly neutralUrl: string;
  /** What it leaves, by where: a search of the profile that does not find each of these finds nothing else either. */
  readonly marks: Readonly<Record<string, string>>;
  /** Leaves all of them. */
  mark(context: BrowserContext): Promise<void>;
  stop(): void;
}

const marks = {
  'mark in a cookie': 'bonte specht 4402',
  'mark in local storage': 'grijze reiger 4403',
  'mark in session storage': 'kleine zwaan 4404',
  'mark in a small database': 'gouden plevier 4405',
  'mark in a database of compressed tables': 'rosse grutto 4406',
  'mark in a large value of a database': 'witte kwikstaart 4407',
  'mark in the cache of pages, by gzip': 'zwarte ruiter 4408',
  'mark in the cache of pages, by brotli': 'blauwe kiekendief 4409',
  'mark in a cache of scripts': 'groene specht 4410',
} as const;

const filling = ' en nog wat dat zich goed laat samenpersen'.repeat(20);

/** Starts it, under another host name than the chat's. */
export async function startMarkingSite(): Promise<MarkingSite> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    neutralUrl: `${origin}/neutral`,
    marks,
    mark: async (context) => {
      const page = await context.newPage();
      await page.goto(`${origin}/marks`);
      await page.evaluate(leaveMarks, { marks, filling });
      await page.close();
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const answer: RequestListener = (request, response) => {
  const cached = (encoding: string, body: Buffer): void => {
    const headers = { 'cache-control': 'max-age=3600', 'content-encoding': encoding };
    response.writeHead(200, { ...headers, 'content-type': 'text/plain' }).end(body);
  };
  if (request.url === '/gzip') {
    cached('gzip', gzipSync(`${marks['mark in the cache of pages, by gzip']}${filling}`));
  } else if (request.url === '/brotli') {
    cached('br', brotliCompressSync(`${marks['mark in the cache of pages, by brotli']}${filling}`));
  } else {
    const cookie = encodeURIComponent(marks['mark in a cookie']);
    response.setHeader('set-cookie', `mark=${cookie}; Max-Age=3600; HttpOnly; SameSite=Strict`);
    response.setHeader('content-type', 'text/html');
    response.end('<title>neutraal</title><p>neutraal</p>');
  }
};

/** Runs in the page. */
async function leaveMarks(given: { readonly marks: typeof marks; readonly filling: string }): Promise<void> {
  const put = (name: string, words: readonly string[]): Promise<void> =>
    new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => opening.result.createObjectStore('marks', { autoIncrement: true });
      opening.onsuccess = () => {
        const adding = opening.result.transaction('marks', 'readwrite');
        for (const each of words) adding.objectStore('marks').add({ each });
        adding.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  localStorage.setItem('mark', given.marks['mark in local storage']);
  sessionStorage.setItem('mark', given.marks['mark in session storage']);
  await put('small', [given.marks['mark in a small database']]);
  const rows = Array.from({ length: 9_000 }, (_none, index) => `${String(index)}${given.filling}`);
  await put('tables', [given.marks['mark in a database of compressed tables'], ...rows]);
  await put('large', [given.filling.repeat(200) + given.marks['mark in a large value of a database']]);
  await (await caches.open('marks')).put('/mark', new Response(given.marks['mark in a cache of scripts']));
  for (const path of ['/gzip', '/brotli']) await (await fetch(path)).text();
}
