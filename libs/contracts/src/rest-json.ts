import type { DescField, DescMessage, JsonObject, JsonValue, MessageShape } from '@bufbuild/protobuf';
import { ScalarType, toJson } from '@bufbuild/protobuf';
import { FeatureSet_FieldPresence } from '@bufbuild/protobuf/wkt';

/** How one field is brought to its REST form. */
interface FieldForm {
  readonly name: string;
  /** What stands where the message says nothing. */
  readonly absent: () => JsonValue;
  /** Schema of what lies inside, if that is a message or a list of messages. */
  readonly inside?: DescMessage;
}

const LONG_SCALARS: readonly ScalarType[] = [
  ScalarType.INT64,
  ScalarType.UINT64,
  ScalarType.SINT64,
  ScalarType.FIXED64,
  ScalarType.SFIXED64,
];
const forms = new WeakMap<DescMessage, readonly FieldForm[]>();

/**
 * The REST form of a message: proto JSON (camelCase) in which a field that is not set stands as `null`, empty lists and
 * zeros are present, so that a client sees the same keys in every answer.
 */
export function toRestJson<Desc extends DescMessage>(schema: Desc, message: MessageShape<Desc>): JsonObject {
  return restForm(schema, toJson(schema, message) as JsonObject);
}

/** The same for a message that is at hand as proto JSON; what the schema does not know is left out. */
export function restForm(schema: DescMessage, json: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const { name, absent, inside } of formsOf(schema)) {
    const value = json[name];
    if (value === undefined || value === null) result[name] = absent();
    else result[name] = inside === undefined ? value : insideForm(inside, value);
  }
  return result;
}

function insideForm(schema: DescMessage, value: JsonValue): JsonValue {
  return Array.isArray(value)
    ? value.map((item) => restForm(schema, item as JsonObject))
    : restForm(schema, value as JsonObject);
}

function formsOf(schema: DescMessage): readonly FieldForm[] {
  let known = forms.get(schema);
  if (known === undefined) {
    known = schema.fields.map((field) => ({ name: field.jsonName, absent: absentOf(field), ...insideOf(field) }));
    forms.set(schema, known);
  }
  return known;
}

function insideOf(field: DescField): { inside?: DescMessage } {
  const isMessage = field.fieldKind === 'message' || (field.fieldKind === 'list' && field.listKind === 'message');
  return isMessage ? { inside: field.message } : {};
}

function absentOf(field: DescField): () => JsonValue {
  if (field.fieldKind === 'list') return () => [];
  if (field.fieldKind === 'map') return () => ({});
  // proto3: a field that is always there (not `optional`) is left out of the JSON when it has its zero value.
  if (field.fieldKind !== 'scalar' || field.presence !== FeatureSet_FieldPresence.IMPLICIT) return () => null;
  const zero = zeroOf(field.scalar);
  return () => zero;
}

function zeroOf(scalar: ScalarType): JsonValue {
  if (scalar === ScalarType.BOOL) return false;
  if (scalar === ScalarType.STRING || scalar === ScalarType.BYTES) return '';
  return LONG_SCALARS.includes(scalar) ? '0' : 0;
}
