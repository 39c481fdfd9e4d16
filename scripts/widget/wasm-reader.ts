/** Reads the parts of a WebAssembly module one after the other (WebAssembly core specification 5). */
export class WasmReader {
  readonly bytes: Uint8Array;
  /** Where the next part begins. */
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new WasmShapeError('it ends in the middle');
    this.position += 1;
    return value;
  }

  /** Unsigned LEB128 of at most 32 bits. */
  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value >>> 0;
    }
  }

  /** Any LEB128 number, passed over. */
  passNumber(): void {
    while ((this.byte() & 0x80) !== 0);
  }

  pass(count: number): void {
    this.position += count;
  }

  name(): string {
    const length = this.number();
    this.pass(length);
    return Buffer.from(this.bytes.subarray(this.position - length, this.position)).toString('utf8');
  }

  /** As many as the number that comes first says. */
  list<Item>(read: (reader: this) => Item): Item[] {
    return Array.from({ length: this.number() }, () => read(this));
  }
}

/** A module that is not as this reader knows modules; the build stops, so that nothing is cut away by mistake. */
export class WasmShapeError extends Error {
  /** Stable code of this error. */
  readonly code = 'wasm-shape';

  constructor(what: string) {
    super(`The WebAssembly module cannot be read: ${what}.`);
    this.name = 'WasmShapeError';
  }
}
