import { ParseEnumPipe } from '@nestjs/common';
import { DomainError } from '#contracts';
import { STORING_SERVICES } from './services.js';

/** The name of a service in a path; one that is none does not exist. */
export const SERVICE_PIPE = new ParseEnumPipe(Object.fromEntries(STORING_SERVICES.map((name) => [name, name])), {
  exceptionFactory: () => new DomainError('COMMON.NOT_FOUND'),
});
