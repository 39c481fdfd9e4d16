import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../scripts/stack/checkout.ts';
import { sourceFiles } from '../support/source-files.ts';

const components = join(checkout, 'widget/frame/components');
const names = readdirSync(components, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** What an examples file exports; it is asked as the catalogue asks it. */
type ExamplesModule = { readonly examples?: readonly { readonly name: string }[] };

describe('a component of the frame', () => {
  it.each(names)(
    '%s has one file of markup, one of style at most, examples, and nothing else to see',
    (name) => {
      const files = readdirSync(join(components, name));
      expect(files).toEqual(expect.arrayContaining([`${name}.tsx`, 'examples.ts']));
      const odd = files.filter(
        (file) => !file.endsWith('.ts') && ![`${name}.tsx`, `${name}.css`].includes(file),
      );
      expect(odd).toEqual([]);
    },
  );

  it.each(names)('%s exports the component by its own name, under which the catalogue finds it', (name) => {
    const [file] = sourceFiles(`widget/frame/components/${name}`).filter(({ path }) => path.endsWith('.tsx'));
    const inCapitals = name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
    expect(file?.text).toMatch(new RegExp(`^export function ${inCapitals}\\b`, 'm'));
  });

  it.each(names)('%s is shown in the words of the language that is chosen, not always in one', (name) => {
    const sources = sourceFiles(`widget/frame/components/${name}`);
    const inOne = sources.filter(({ text }) => /from '.*\/texts\/(child\/)?(nl|en|fr)\.ts'/.test(text));
    expect(inOne.map(({ path }) => path)).toEqual([]);
  });

  it.each(names)('%s has examples, each with a name of its own', async (name) => {
    const { examples = [] } = (await import(join(components, name, 'examples.ts'))) as ExamplesModule;
    const exampleNames = examples.map((each) => each.name);
    expect(exampleNames).not.toEqual([]);
    expect(new Set(exampleNames).size).toBe(exampleNames.length);
  });
});
