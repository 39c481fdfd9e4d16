import { render, type JSX } from 'preact';
import { exampleSettings } from '../frame/components/example-settings.ts';
import { FrameProvider, type FrameSurroundings } from '../frame/components/frame-context.ts';
import { languages } from '../frame/state/language.ts';
import { audiences, type Wording } from '../frame/state/wording.ts';
import type { Texts } from '../frame/texts/keys.ts';
import { loadTexts } from '../frame/texts/load-texts.ts';
import { catalogue, list, propsOf, type Entry } from './catalogue.ts';
import type { ShowRequest, Stage } from './catalogue-list.ts';
import { imitateMode } from './imitate-mode.ts';
import { keepOverviewStill } from './keep-overview-still.ts';
import './stage.css';

declare global {
  interface Window {
    /** For a browser that is driven. */
    catalogue: Stage;
  }
}

const nothing = (): void => undefined;

/** Shows what is asked for, from nothing, as if it had just appeared. */
async function show({ component: name, example: exampleName, ...words }: ShowRequest): Promise<boolean> {
  const root = document.getElementById('frame');
  const entry = catalogue.get(name);
  const wording = findWording(words);
  if (root === null || entry === undefined || wording === undefined) return false;
  const examples = entry.examples.filter((each) => exampleName === null || each.name === exampleName);
  document.documentElement.lang = wording.language;
  const texts = await loadTexts(wording, {});
  render(null, root);
  render(
    <FrameProvider value={surroundings(wording, texts)}>
      <Examples entry={{ ...entry, examples }} texts={texts} isSheet={exampleName === null} />
    </FrameProvider>,
    root,
  );
  return examples.length > 0;
}

type ExamplesProps = { readonly entry: Entry; readonly texts: Texts; readonly isSheet: boolean };

function Examples({ entry, texts, isSheet }: ExamplesProps): JSX.Element {
  const { component: Component, examples } = entry;
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

function findWording(words: Pick<ShowRequest, 'language' | 'audience'>): Wording | undefined {
  const language = languages.find((each) => each === words.language);
  const audience = audiences.find((each) => each === words.audience);
  return language === undefined || audience === undefined ? undefined : { language, audience };
}

function surroundings({ language }: Wording, texts: Texts): FrameSurroundings {
  return {
    language,
    texts,
    // The demo's line is shown, because it takes the most room.
    settings: { ...exampleSettings, isDemo: true },
    tell: nothing,
    leave: nothing,
    hide: nothing,
    finishIntake: nothing,
    write: nothing,
  };
}

keepOverviewStill();
const asked = new URLSearchParams(location.search);
window.catalogue = { list, show };
imitateMode(asked.get('mode'));
void show({
  component: asked.get('component') ?? 'app',
  example: asked.get('example'),
  language: asked.get('language') ?? 'nl',
  audience: asked.get('audience') ?? 'everybody',
});
