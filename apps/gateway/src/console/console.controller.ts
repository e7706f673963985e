import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#contracts';
import { Public } from '../auth/access.decorators.js';
import { PageFiles } from './page-files.js';

/** The first page and its files: the same for everybody, data come through the API. */
@ApiExcludeController()
@Controller()
export class ConsoleController {
  constructor(private readonly files: PageFiles) {}

  @Get()
  @Public()
  page(@Headers('if-none-match') known: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    return this.send('index.html', known, reply);
  }

  @Get('assets/:name')
  @Public()
  asset(
    @Param('name') name: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    return this.send(name, known, reply);
  }

  private send(name: string, known: string | undefined, reply: FastifyReply): Buffer {
    const file = this.files.find(name);
    if (file === undefined) throw new DomainError('COMMON.NOT_FOUND');
    void reply.type(file.type).header('ETag', file.etag).header('Cache-Control', 'no-cache');
    if (known !== file.etag) return file.body;
    void reply.code(304);
    return Buffer.alloc(0);
  }
}
