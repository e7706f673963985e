import type { JsonObject } from '@bufbuild/protobuf';

/** Puts what was recorded into the entry as an object; between services it travels as text. */
export function withData(page: JsonObject): JsonObject {
  const items = (page['items'] ?? []) as JsonObject[];
  return {
    ...page,
    items: items.map(({ dataJson, ...entry }) => ({ ...entry, data: JSON.parse(dataJson as string) as JsonObject })),
  };
}
