import type { APIResponse, BrowserContext } from 'playwright-core';

/** What the service is made to say of a conversation, beside what it says. */
export type ToldView = {
  /** Says it from now on, at once; what is left out is as the service says it. */
  readonly tell: (change: object) => void;
};

/**
 * Stands between a caller's browser and the service's view of their conversation, and adds what no mechanism of the service says
 * yet. The question that is under way is kept for the next one: the service allows few at a time.
 */
export async function tellView(context: BrowserContext): Promise<ToldView> {
  let change: object = {};
  let last: object | undefined;
  let isNew = Promise.withResolvers<undefined>();
  let underWay: Promise<APIResponse | undefined> | undefined;
  await context.route('**/api/conversations/current?*', async (route) => {
    underWay ??= route.fetch().catch(() => undefined);
    const answer = await Promise.race([underWay, isNew.promise]);
    if (answer === undefined) isNew = Promise.withResolvers<undefined>();
    else underWay = undefined;
    if (answer?.ok() === false) {
      await route.fulfill({ response: answer });
      return;
    }
    if (answer !== undefined) last = (await answer.json()) as object;
    await route.fulfill({ json: { ...last, ...change } });
  });
  return {
    tell: (wanted) => {
      change = wanted;
      isNew.resolve(undefined);
    },
  };
}
