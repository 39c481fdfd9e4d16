import { type WasmReader, WasmShapeError } from './wasm-reader.ts';

const end = 0x0b;

/** What follows an instruction of one byte; those of pure arithmetic have nothing (core specification 5.4). */
function passOperands(code: number, reader: WasmReader): void {
  if (code >= 0x45 && code <= 0xc4) return;
  if (code >= 0x28 && code <= 0x3e) passNumbers(reader, 2);
  else if (code >= 0x20 && code <= 0x26) passNumbers(reader, 1);
  else if (none.has(code)) return;
  else if (one.has(code)) passNumbers(reader, 1);
  else if (code === 0x11) passNumbers(reader, 2);
  else if (code === 0x43 || code === 0x44) reader.pass(code === 0x43 ? 4 : 8);
  else if (code === 0x0e) passNumbers(reader, reader.number() + 1);
  else if (code === 0x1c) passNumbers(reader, reader.number());
  else if (code === 0xfc) passNumbers(reader, operandsOfLong(reader.number()));
  else throw new WasmShapeError(`instruction 0x${code.toString(16)} is not known`);
}

/** unreachable, nop, else, end, return, drop, select, is_null. */
const none: ReadonlySet<number> = new Set([0x00, 0x01, 0x05, end, 0x0f, 0x1a, 0x1b, 0xd1]);

/** block, loop, if, br, br_if, memory.size, memory.grow, i32.const, i64.const, ref.null. */
const one: ReadonlySet<number> = new Set([0x02, 0x03, 0x04, 0x0c, 0x0d, 0x3f, 0x40, 0x41, 0x42, 0xd0]);

/** Conversions that saturate, then memory and tables in bulk. */
function operandsOfLong(code: number): number {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];
  const count = counts[code];
  if (count === undefined) throw new WasmShapeError(`instruction 0xfc ${String(code)} is not known`);
  return count;
}

function passNumbers(reader: WasmReader, count: number): void {
  for (let left = count; left > 0; left -= 1) reader.passNumber();
}

/** The functions that the instructions from here to `until` name: those they call and those they take the address of. */
export function functionsNamed(reader: WasmReader, until: number): readonly number[] {
  const named: number[] = [];
  while (reader.position < until) {
    const code = reader.byte();
    if (code === 0x10 || code === 0xd2) named.push(reader.number());
    else passOperands(code, reader);
  }
  if (reader.position !== until) throw new WasmShapeError('an instruction goes over the end of its function');
  return named;
}

/** The functions that an expression of constants names; the reader stands behind its end then. */
export function functionsInConstant(reader: WasmReader): readonly number[] {
  const named: number[] = [];
  for (let code = reader.byte(); code !== end; code = reader.byte()) {
    if (code === 0xd2) named.push(reader.number());
    else passOperands(code, reader);
  }
  return named;
}
