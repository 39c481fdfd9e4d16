import { render, type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { list } from './catalogue.ts';
import { holdPlace } from './hold-place.ts';
import { modes, type Mode } from './imitate-mode.ts';
import './overview.css';

/** In which language and colours everything is shown. */
type Look = { readonly language: string; readonly audience: string; readonly mode: Mode };

type Part = (typeof list.components)[number];

/** The component that is the whole frame: each of its states fills a screen of its own. */
const wholeFrame = 'app';

/** Everything there is to see of the frame, on one page. */
function Overview(): JSX.Element {
  const [look, setLook] = useState<Look>({
    language: list.languages[0] ?? 'nl',
    audience: list.audiences[0] ?? 'everybody',
    mode: 'light',
  });
  const whole = list.components.filter(({ name }) => name === wholeFrame);
  const parts = list.components.filter(({ name }) => name !== wholeFrame);
  return (
    <>
      <header class="overview__bar">
        <h1>Components</h1>
        <Choice
          name="language"
          values={list.languages}
          chosen={look.language}
          onChoose={(language) => {
            setLook({ ...look, language });
          }}
        />
        <Choice
          name="audience"
          values={list.audiences}
          chosen={look.audience}
          onChoose={(audience) => {
            setLook({ ...look, audience });
          }}
        />
        <Choice
          name="mode"
          values={modes}
          chosen={look.mode}
          onChoose={(mode) => {
            setLook({ ...look, mode });
          }}
        />
        <nav aria-label="Components">
          {list.components.map(({ name }) => (
            <a key={name} href={`#${name}`}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {whole.map((part) => (
          <Screens key={part.name} part={part} look={look} />
        ))}
        {parts.map((part) => (
          <Sheet key={part.name} part={part} look={look} />
        ))}
      </main>
    </>
  );
}

type ChoiceProps<Value extends string> = {
  readonly name: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ name, values, chosen, onChoose }: ChoiceProps<Value>): JSX.Element {
  return (
    <fieldset>
      <legend>{name}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => {
              onChoose(value);
            }}
          />
          {value}
        </label>
      ))}
    </fieldset>
  );
}

type PartProps = { readonly part: Part; readonly look: Look };

/** Whole screens, each as large as a small phone. */
function Screens({ part, look }: PartProps): JSX.Element {
  return (
    <section id={part.name}>
      <h2>{part.name}</h2>
      <div class="overview__screens">
        {part.examples.map((example) => (
          <figure key={example}>
            <figcaption>{example}</figcaption>
            <iframe title={example} loading="lazy" src={addressOf(part, look, example)} />
          </figure>
        ))}
      </div>
    </section>
  );
}

/** All states of a part below each other, in a document of their own that is as high as they are. */
function Sheet({ part, look }: PartProps): JSX.Element {
  return (
    <section id={part.name}>
      <h2>{part.name}</h2>
      <iframe
        title={part.name}
        class="overview__sheet"
        loading="lazy"
        src={addressOf(part, look, null)}
        onLoad={({ currentTarget }) => {
          const height = currentTarget.contentDocument?.documentElement.scrollHeight ?? 0;
          currentTarget.style.blockSize = `${height}px`;
        }}
      />
    </section>
  );
}

function addressOf({ name }: Part, { language, audience, mode }: Look, example: string | null): string {
  const asked = { component: name, language, audience, mode, ...(example === null ? {} : { example }) };
  return `example.html?${new URLSearchParams(asked).toString()}`;
}

const root = document.getElementById('overview');
if (root !== null) {
  render(<Overview />, root);
  holdPlace(root);
}
