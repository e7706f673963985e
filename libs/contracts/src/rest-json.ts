import type { DescMessage, JsonObject, JsonValue, Message, MessageShape } from '@bufbuild/protobuf';
import { toJson } from '@bufbuild/protobuf';

/**
 * The REST form of a message: proto JSON (camelCase) in which a field that is not set stands as `null`, empty lists and
 * zeros are present, so that a client sees the same keys in every answer.
 */
export function toRestJson<Desc extends DescMessage>(schema: Desc, message: MessageShape<Desc>): JsonObject {
  const json = toJson(schema, message, { alwaysEmitImplicit: true }) as JsonObject;
  return fillNulls(schema, message, json);
}

function fillNulls(schema: DescMessage, message: Message, json: JsonObject): JsonObject {
  const source = message as unknown as Record<string, unknown>;
  for (const field of schema.fields) {
    const present = json[field.jsonName];
    if (present === undefined) {
      json[field.jsonName] = null;
    } else if (field.fieldKind === 'message') {
      fillNulls(field.message, source[field.localName] as Message, present as JsonObject);
    } else if (field.fieldKind === 'list' && field.listKind === 'message') {
      const items = source[field.localName] as Message[];
      (present as JsonValue[]).forEach((item, i) => fillNulls(field.message, items[i] as Message, item as JsonObject));
    }
  }
  return json;
}
