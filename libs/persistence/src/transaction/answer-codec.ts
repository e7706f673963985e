import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { fromJsonString, toJsonString } from '@bufbuild/protobuf';
import type { AnswerCodec } from './transaction.js';

const UNDEFINED = '';

/** Keeps any JSON value; an answer of nothing (`undefined`) comes back as such. */
export function jsonCodec<T>(): AnswerCodec<T> {
  return {
    encode: (answer) => (answer === undefined ? UNDEFINED : JSON.stringify(answer)),
    decode: (stored) => (stored === UNDEFINED ? undefined : JSON.parse(stored)) as T,
  };
}

/** Keeps a proto message. Unknown fields are skipped, so that a repeat across a release still reads the first answer. */
export function messageCodec<D extends DescMessage>(schema: D): AnswerCodec<MessageShape<D>> {
  return {
    encode: (answer) => toJsonString(schema, answer),
    decode: (stored) => fromJsonString(schema, stored, { ignoreUnknownFields: true }),
  };
}
