import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What the audit needs of axe in the page. */
type AxeInPage = {
  readonly run: (options: object) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }[];
  }>;
};

declare global {
  interface Window {
    axe: AxeInPage;
  }
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The axe of `@axe-core/playwright`, to be put into a page once instead of with each audit: a hundred of them are a minute then. */
const wrapper = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const source = readFileSync(wrapper.resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into a page, past its policy. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(source);
}

/**
 * What axe finds wrong with a page by WCAG 2.2 AA and, where a whole screen is shown, by good practice; one line each. With rules
 * named, by these only.
 */
export async function auditPage(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  const isWhole = (await page.locator('main').count()) > 0;
  const tags = { type: 'tag', values: isWhole ? [...wcag, 'best-practice'] : wcag };
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
      );
    },
    rules.length === 0 ? tags : { type: 'rule', values: rules },
  );
}

/**
 * What axe finds wrong with a page and the frames in it by all its rules; one line each. Page and chat are two documents, and each
 * has a `main` of its own: that is the one thing it may find there.
 */
export async function auditWithFrames(page: Page): Promise<readonly string[]> {
  const isTwo = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page })
    .disableRules(isTwo ? ['landmark-unique'] : [])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ') ?? ''}`);
}
