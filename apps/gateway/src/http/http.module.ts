import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter.js';
import { RequestValidationPipe } from './request-validation.pipe.js';
import { RestCall } from './rest-call.js';

/** What every controller relies on. */
@Global()
@Module({
  providers: [
    RestCall,
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
  ],
  exports: [RestCall, ProblemFilter],
})
export class HttpModule {}
