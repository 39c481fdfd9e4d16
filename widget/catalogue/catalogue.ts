import type { ComponentType } from 'preact';
import type { Example, WordedExample } from '../frame/components/example.ts';
import { languages } from '../frame/state/language.ts';
import { audiences } from '../frame/state/wording.ts';
import type { Texts } from '../frame/texts/keys.ts';
import type { CatalogueList } from './catalogue-list.ts';

type AnyExample = Example<object> | WordedExample<object>;

/** One component, with all the states it is shown in. */
export type Entry = {
  readonly component: ComponentType<object>;
  readonly examples: readonly AnyExample[];
};

/** Every component's folder is in it by being there: nothing has to be entered anywhere. */
const exampleFiles = import.meta.glob<{ readonly examples: readonly AnyExample[] }>(
  '../frame/components/*/examples.ts',
  { eager: true },
);
const componentFiles = import.meta.glob<Readonly<Record<string, ComponentType<object>>>>(
  '../frame/components/*/*.tsx',
  { eager: true },
);

/** Every component by the name of its folder; the component itself has the same name in capitals. */
export const catalogue: ReadonlyMap<string, Entry> = new Map(
  Object.entries(exampleFiles).flatMap(([path, { examples }]) => {
    const name = path.split('/').at(-2) ?? '';
    const component = componentFiles[`../frame/components/${name}/${name}.tsx`]?.[inCapitals(name)];
    return component === undefined ? [] : [[name, { component, examples }]];
  }),
);

/** What can be shown, for whoever wants to go through all of it. */
export const list: CatalogueList = {
  languages,
  audiences,
  components: [...catalogue].map(([name, { examples }]) => ({
    name,
    examples: examples.map((each) => each.name),
  })),
};

/** The props of an example in a language. */
export function propsOf(example: AnyExample, texts: Texts): object {
  return 'props' in example ? example.props : example.propsIn(texts);
}

function inCapitals(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
