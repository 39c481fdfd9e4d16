import { render, type JSX } from 'preact';
import { exampleSettings } from '../frame/components/example-settings.ts';
import { FrameProvider, type FrameSurroundings } from '../frame/components/frame-context.ts';
import { languages, type Language } from '../frame/state/language.ts';
import { textsOf } from '../frame/texts/texts-of.ts';
import { catalogue, list, propsOf, type Entry } from './catalogue.ts';
import type { ShowRequest, Stage } from './catalogue-list.ts';
import { imitateMode } from './imitate-mode.ts';
import './stage.css';

declare global {
  interface Window {
    /** For a browser that is driven. */
    catalogue: Stage;
  }
}

const nothing = (): void => undefined;

/** Shows what is asked for, from nothing, as if it had just appeared. */
function show({ component: name, example: exampleName, language: tag }: ShowRequest): boolean {
  const root = document.getElementById('frame');
  const entry = catalogue.get(name);
  const language = languages.find((each) => each === tag);
  if (root === null || entry === undefined || language === undefined) return false;
  const examples = entry.examples.filter((each) => exampleName === null || each.name === exampleName);
  document.documentElement.lang = language;
  render(null, root);
  render(
    <FrameProvider value={surroundings(language)}>
      <Examples entry={{ ...entry, examples }} language={language} isSheet={exampleName === null} />
    </FrameProvider>,
    root,
  );
  return examples.length > 0;
}

type ExamplesProps = { readonly entry: Entry; readonly language: Language; readonly isSheet: boolean };

function Examples({ entry, language, isSheet }: ExamplesProps): JSX.Element {
  const { component: Component, examples } = entry;
  const texts = textsOf(language);
  return (
    <>
      {examples.map((example) => (
        <div key={example.name} class={isSheet ? 'stage stage--sheet' : 'stage'}>
          {isSheet && <p class="stage__name">{example.name}</p>}
          <Component {...propsOf(example, texts)} />
        </div>
      ))}
    </>
  );
}

function surroundings(language: Language): FrameSurroundings {
  return {
    language,
    texts: textsOf(language),
    // The demo's line is shown, because it takes the most room.
    settings: { ...exampleSettings, isDemo: true },
    tell: nothing,
    leave: nothing,
    hide: nothing,
    finishIntake: nothing,
    write: nothing,
  };
}

const asked = new URLSearchParams(location.search);
window.catalogue = { list, show };
imitateMode(asked.get('mode'));
show({
  component: asked.get('component') ?? 'app',
  example: asked.get('example'),
  language: asked.get('language') ?? 'nl',
});
