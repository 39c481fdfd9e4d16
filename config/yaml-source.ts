import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { ConfigError } from './config-error.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Where something stands in the file: the keys and list positions that lead to it. */
export type SourcePath = readonly PropertyKey[];

/** A configuration file as it was written, with the lines of its keys. */
export type YamlSource = {
  /** What the file says, unparsed. */
  readonly value: unknown;
  /** `FILE line N`: where a key stands, or the nearest one above a key that is not there. */
  readonly place: (path: SourcePath) => string;
};

/** Reads a YAML file. Throws `ConfigError` when it cannot be read or is no YAML (a key that stands twice included). */
export function readYaml(file: string): YamlSource {
  const text = readText(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${file} line ${lines.linePos(offset).line}`;
  const [error] = document.errors;
  if (error !== undefined) {
    const message = `${place(error.pos[0])}: this is not YAML (${error.code}).`;
    throw new ConfigError('config-not-yaml', [message], error);
  }
  return { value: document.toJS() as unknown, place: (path) => place(offsetOf(document, path)) };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const sentence = `${file} is named as the configuration: a file that ${whyUnreadable(cause)}.`;
    throw new ConfigError('config-unreadable', [sentence], cause);
  }
}

function offsetOf(document: Document, path: SourcePath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    const step = childOf(node, segment);
    if (step === undefined) return offset;
    offset = step.offset;
    node = step.node;
  }
  return offset;
}

function childOf(node: unknown, segment: PropertyKey): { offset: number; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((each) => isScalar(each.key) && each.key.value === segment);
    return pair !== undefined && isScalar(pair.key)
      ? { offset: pair.key.range?.[0] ?? 0, node: pair.value }
      : undefined;
  }
  if (isSeq(node) && typeof segment === 'number') {
    const item = node.items[segment];
    return isNode(item) ? { offset: item.range?.[0] ?? 0, node: item } : undefined;
  }
  return undefined;
}
