/** Anything that came as a JSON object; its fields are still unknown. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads JSON text that a server sent; undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object (no list, no null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a path of field names; an empty one when anything on the way is missing or is no object. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  let current: unknown = value;
  for (const name of path) current = isJsonObject(current) ? current[name] : undefined;
  return isJsonObject(current) ? current : {};
}

/** The objects of the list under a path of field names; other members of the list are dropped. */
export function objectsAt(value: unknown, ...path: readonly string[]): readonly JsonObject[] {
  const list = objectAt(value, ...path.slice(0, -1))[path.at(-1) ?? ''];
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** The texts of the list under a path of field names; other members of the list are dropped. */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  const list = objectAt(value, ...path.slice(0, -1))[path.at(-1) ?? ''];
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** The text under a field; undefined when it is missing or is no text. */
export function textField(value: JsonObject, name: string): string | undefined {
  const field = value[name];
  return typeof field === 'string' ? field : undefined;
}

/** The number under a field; undefined when it is missing or is no number. */
export function numberField(value: JsonObject, name: string): number | undefined {
  const field = value[name];
  return typeof field === 'number' ? field : undefined;
}
