import * as library from 'fake-indexeddb';
import { z } from 'zod';
import { HomeserverError } from './homeserver-error.ts';

/** A request of IndexedDB, as far as it is used here. */
export type Request = {
  readonly result: unknown;
  readonly error: unknown;
  readonly addEventListener: (
    this: Request,
    type: 'success' | 'error' | 'upgradeneeded',
    listener: () => void,
  ) => void;
};

/** An object store of IndexedDB within one transaction. */
export type ObjectStore = {
  readonly name: string;
  readonly transaction: Transaction;
  readonly getAllKeys: (this: ObjectStore, query?: unknown) => Request;
  put: (this: ObjectStore, ...args: unknown[]) => Request;
  add: (this: ObjectStore, ...args: unknown[]) => Request;
  delete: (this: ObjectStore, query: unknown) => Request;
  clear: (this: ObjectStore) => Request;
  readonly createIndex: (
    this: ObjectStore,
    ...index: [name: string, keyPath: string | readonly string[], options: object]
  ) => unknown;
};

/** A cursor of IndexedDB over an object store or one of its indexes. */
export type Cursor = {
  readonly source: ObjectStore | { readonly objectStore: ObjectStore };
  readonly primaryKey: unknown;
  update: (this: Cursor, value: unknown) => Request;
  delete: (this: Cursor) => Request;
};

/** A transaction of IndexedDB. */
export type Transaction = {
  readonly mode: string;
  readonly db: Database;
  dispatchEvent: (this: Transaction, event: { readonly type: string }) => boolean;
};

/** One object store as `fake-indexeddb` holds it; a private part of version 6.2.8. */
export type RawObjectStore = {
  readonly name: string;
  readonly keyPath: string | readonly string[] | null;
  readonly autoIncrement: boolean;
  readonly rawIndexes: ReadonlyMap<string, RawIndex>;
  getValue(key: unknown): unknown;
};

/** One index as `fake-indexeddb` holds it; a private part of version 6.2.8. */
export type RawIndex = {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
};

/** A connection to a database of IndexedDB; what begins with `_` is private to version 6.2.8. */
export type Database = {
  readonly name: string;
  readonly version: number;
  readonly _rawDatabase: { readonly rawObjectStores: ReadonlyMap<string, RawObjectStore> };
  createObjectStore(name: string, options: object): ObjectStore;
  close(): void;
};

/** Where databases are opened. */
export type Factory = { open(name: string, version?: number): Request };

type Prototype<Methods> = { readonly prototype: Methods };

/** The classes of `fake-indexeddb` that are used here. */
export type FakeIndexedDb = {
  readonly IDBFactory: new () => Factory;
  readonly IDBKeyRange: { only(key: unknown): unknown } & Prototype<object>;
  readonly IDBObjectStore: Prototype<ObjectStore>;
  readonly IDBCursor: Prototype<Cursor>;
  readonly IDBTransaction: Prototype<Transaction>;
};

const methods: Readonly<Record<string, readonly string[]>> = {
  IDBObjectStore: ['put', 'add', 'delete', 'clear', 'getAllKeys'],
  IDBCursor: ['update', 'delete'],
  IDBTransaction: ['dispatchEvent'],
  IDBFactory: ['open'],
  IDBKeyRange: [],
};

function hasAllMethods(candidate: unknown): boolean {
  if (typeof candidate !== 'object' || candidate === null) return false;
  return Object.entries(methods).every(([name, expected]) => {
    const part: unknown = Reflect.get(candidate, name);
    if (typeof part !== 'function') return false;
    const prototype: unknown = Reflect.get(part, 'prototype');
    return (
      typeof prototype === 'object' &&
      prototype !== null &&
      expected.every((method) => typeof Reflect.get(prototype, method) === 'function')
    );
  });
}

const librarySchema = z.custom<FakeIndexedDb>(hasAllMethods);

/** The library's classes; a version without the parts that are needed is refused. */
export function fakeIndexedDb(): FakeIndexedDb {
  const parsed = librarySchema.safeParse(library);
  if (!parsed.success) throw new HomeserverError('library-changed');
  return parsed.data;
}

const databaseSchema = z.custom<Database>((candidate) => {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const raw: unknown = Reflect.get(candidate, '_rawDatabase');
  return typeof raw === 'object' && raw !== null && Reflect.get(raw, 'rawObjectStores') instanceof Map;
});

/** Parses what an open request gave; a database without the private parts that are needed is refused. */
export function databaseOf(request: Request): Database {
  const parsed = databaseSchema.safeParse(request.result);
  if (!parsed.success) throw new HomeserverError('library-changed');
  return parsed.data;
}

/** Makes this factory, and the library's classes, the IndexedDB of the process: the Rust crypto knows no other way. */
export function provideIndexedDb(factory: Factory): void {
  const classes = Object.entries(z.looseObject({}).parse({ ...library })).filter(([name]) =>
    name.startsWith('IDB'),
  );
  Object.assign(globalThis, Object.fromEntries(classes), { indexedDB: factory });
}
