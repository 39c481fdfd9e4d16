import type { Texts } from '../texts/keys.ts';

/** One state of a component, for the catalogue, the accessibility run and the documentation alike. */
export type Example<Props> = {
  /** What is to be seen, in a few words. */
  readonly name: string;
  readonly props: Props;
};

/** One state of a component whose words are given to it; they are those of the language in which it is shown. */
export type WordedExample<Props> = {
  readonly name: string;
  readonly propsIn: (texts: Texts) => Props;
};

/** For a component that takes nothing. */
export type NoProps = Readonly<Record<string, never>>;

/** One state for each value of a closed union; a value without a name does not compile. */
export function exampleOfEach<Value extends string, Props>(
  names: Readonly<Record<Value, string>>,
  propsOf: (value: Value) => Props,
): readonly Example<Props>[] {
  return Object.keys(names)
    .filter((key): key is Value => key in names)
    .map((value) => ({ name: names[value], props: propsOf(value) }));
}
