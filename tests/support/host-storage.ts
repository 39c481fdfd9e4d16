import type { Page } from 'playwright-core';

/** Puts something into every place where the helpline's own website may keep something. */
export async function furnishHostPage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.setItem('site', 'lokaal');
    sessionStorage.setItem('site', 'van dit venster');
    document.cookie = 'site=eigen; Path=/; Max-Age=3600; SameSite=Lax';
    await (await caches.open('site')).put('/kept', new Response('bewaard'));
    await new Promise((resolve) => {
      const opening = indexedDB.open('site', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows').put('rij', 1);
      opening.onsuccess = () => {
        opening.result.close();
        resolve(undefined);
      };
    });
  });
}

/** All that the website keeps in this browser, and how its page stands there. */
export function hostPageNow(page: Page) {
  return page.evaluate(async () => {
    const rows = await new Promise<unknown>((resolve) => {
      const opening = indexedDB.open('site', 1);
      opening.onsuccess = () => {
        const asking = opening.result.transaction('rows').objectStore('rows').getAll();
        asking.onsuccess = () => {
          opening.result.close();
          resolve(asking.result);
        };
      };
    });
    const kept = await caches.open('site');
    return {
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      rows,
      caches: await caches.keys(),
      cached: await Promise.all(
        (await kept.matchAll()).map(async (each) => ({ url: each.url, body: await each.text() })),
      ),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      cookies: document.cookie,
      title: document.title,
      address: location.href,
      windowName: window.name,
      historyState: history.state as unknown,
    };
  });
}

/** How many entries the history of this window has. */
export function historyLength(page: Page): Promise<number> {
  return page.evaluate(() => history.length);
}
