import { functionsInConstant, functionsNamed } from './wasm-calls.ts';
import { WasmReader, WasmShapeError } from './wasm-reader.ts';

/** Sections by their id (core specification 5.5). */
const section = { import: 2, global: 6, export: 7, start: 8, element: 9, code: 10 } as const;

/** No locals; `unreachable`; `end`. */
const stub = Uint8Array.of(3, 0, 0x00, 0x0b);

type Section = {
  readonly id: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
};
type Body = { readonly start: number; readonly end: number; readonly named: readonly number[] };

/**
 * The module with an empty body in the place of each function that nothing reaches any more once the exports named by `isUnused`
 * are gone: a trap, should anybody call it. Everything else stays byte for byte the same, and every function keeps its number.
 * What a table holds counts as reached. Throws `WasmShapeError` for a module with anything it does not know.
 */
export function withUnusedStubbed(module: Uint8Array, isUnused: (name: string) => boolean): Uint8Array {
  const sections = sectionsOf(module);
  const find = (id: number): WasmReader | undefined => {
    const found = sections.find((each) => each.id === id);
    return found === undefined ? undefined : new WasmReader(module, found.content);
  };
  const imported = importedFunctions(find(section.import));
  const bodies = bodiesOf(find(section.code));
  const started = find(section.start)?.number();
  const roots = [
    ...exportedFunctions(find(section.export), isUnused),
    ...(started === undefined ? [] : [started]),
    ...(find(section.global)?.list(globalFunctions).flat() ?? []),
    ...(find(section.element)?.list(elementFunctions).flat() ?? []),
  ];
  const reached = reach(roots, (index) => bodies[index - imported]?.named ?? []);
  const pieces = sections.flatMap((each) =>
    each.id === section.code
      ? codeSection(module, bodies, (place) => reached.has(place + imported))
      : [module.subarray(each.start, each.end)],
  );
  return Buffer.concat([module.subarray(0, 8), ...pieces]);
}

function sectionsOf(module: Uint8Array): readonly Section[] {
  const found: Section[] = [];
  const reader = new WasmReader(module, 8);
  while (reader.position < module.length) {
    const start = reader.position;
    const id = reader.byte();
    const size = reader.number();
    const content = reader.position;
    reader.pass(size);
    found.push({ id, start, content, end: reader.position });
  }
  return found;
}

function importedFunctions(reader: WasmReader | undefined): number {
  const kinds = reader?.list((each) => {
    each.name();
    each.name();
    const kind = each.byte();
    if (kind === 0) each.passNumber();
    else if (kind === 3) each.pass(2);
    else throw new WasmShapeError('it imports something other than functions and globals');
    return kind;
  });
  return kinds?.filter((kind) => kind === 0).length ?? 0;
}

function exportedFunctions(
  reader: WasmReader | undefined,
  isUnused: (name: string) => boolean,
): readonly number[] {
  const exported = reader?.list((each) => ({ name: each.name(), kind: each.byte(), index: each.number() }));
  return (exported ?? []).filter(({ name, kind }) => kind === 0 && !isUnused(name)).map(({ index }) => index);
}

/** A type and whether it may change, then the first value. */
function globalFunctions(reader: WasmReader): readonly number[] {
  reader.pass(2);
  return functionsInConstant(reader);
}

/** The eight shapes of an element segment: bit 0 passive or declared, bit 1 a table or a kind is named, bit 2 expressions. */
function elementFunctions(reader: WasmReader): readonly number[] {
  const flags = reader.number();
  if (flags > 7) throw new WasmShapeError('an element segment has a shape of its own');
  const isActive = (flags & 1) === 0;
  if (isActive && (flags & 2) !== 0) reader.passNumber();
  const inOffset = isActive ? functionsInConstant(reader) : [];
  if ((flags & 3) !== 0) reader.byte();
  const held = reader.list((each) => ((flags & 4) === 0 ? [each.number()] : functionsInConstant(each)));
  return [...inOffset, ...held.flat()];
}

function bodiesOf(reader: WasmReader | undefined): readonly Body[] {
  return (
    reader?.list((each) => {
      const start = each.position;
      const size = each.number();
      const end = each.position + size;
      each.list((locals) => {
        locals.passNumber();
        locals.byte();
      });
      return { start, end, named: functionsNamed(each, end) };
    }) ?? []
  );
}

function reach(roots: readonly number[], named: (index: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...roots];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...named(next));
  }
  return reached;
}

function codeSection(
  module: Uint8Array,
  bodies: readonly Body[],
  isReached: (place: number) => boolean,
): readonly Uint8Array[] {
  const content = Buffer.concat([
    unsigned(bodies.length),
    ...bodies.map(({ start, end }, place) => (isReached(place) ? module.subarray(start, end) : stub)),
  ]);
  return [Uint8Array.of(section.code), unsigned(content.length), content];
}

/** Unsigned LEB128. */
function unsigned(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const isLast = rest < 0x80;
    bytes.push((rest & 0x7f) | (isLast ? 0 : 0x80));
    rest >>>= 7;
  } while (rest > 0);
  return Uint8Array.from(bytes);
}
