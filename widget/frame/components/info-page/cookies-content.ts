import { shownStores, type ShownStore } from '../../state/device-stores.ts';
import { fill } from '../../texts/fill.ts';
import type { Texts } from '../../texts/keys.ts';
import { section, type PageContent, type PageSource, type Section } from './page-content.ts';

/** Every cookie and store, made from the list by which they are set (R83, R85). */
export function cookiesContent({ texts }: PageSource): PageContent {
  return {
    heading: texts['cookies.heading'],
    sections: [
      section(null, texts['cookies.lead'], texts['cookies.few'], texts['cookies.nobody']),
      ...shownStores.map((store) => storeSection(store, texts)),
      section(texts['cookies.withoutHeading'], texts['cookies.without']),
      section(texts['cookies.manageHeading'], texts['cookies.manage'], texts['cookies.host']),
    ],
  };
}

function storeSection(store: ShownStore, texts: Texts): Section {
  return {
    heading: texts[`cookies.title.${store.id}`],
    blocks: [
      {
        kind: 'facts',
        rows: [
          [texts['cookies.name'], store.name],
          [texts['cookies.kind'], texts[`cookies.kind.${store.kind}`]],
          [texts['cookies.why'], texts[`cookies.why.${store.id}`]],
          [texts['cookies.lifetime'], lifetimeOf(store, texts)],
        ],
      },
    ],
  };
}

function lifetimeOf({ lifetimeMinutes }: ShownStore, texts: Texts): string {
  if (lifetimeMinutes === null) return texts['cookies.session'];
  return fill(texts['cookies.minutes'], { count: lifetimeMinutes });
}
