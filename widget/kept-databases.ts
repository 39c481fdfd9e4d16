import { deviceStores } from '../appservice/contract/device-stores.ts';

const beginning = `${deviceStores.messages.name}-`;

/** Where the names of one conversation's databases begin; `id` is random and says nothing (S9). */
export function keptDatabasesName(id: string): string {
  return `${beginning}${id}`;
}

/** What of `IDBFactory` lists databases; Firefox before 126 has it not. */
type DatabaseList = { readonly databases?: () => Promise<readonly { readonly name?: string }[]> };

/**
 * The databases of conversations that this browser still has; undefined where a browser cannot list them. Rejects or throws where
 * nothing is stored at all.
 */
export async function listKeptDatabases(factory: DatabaseList): Promise<readonly string[] | undefined> {
  const databases = await factory.databases?.();
  if (databases === undefined) return undefined;
  const names = databases.flatMap(({ name }) => name ?? []);
  return names.filter((name) => name.startsWith(beginning));
}
