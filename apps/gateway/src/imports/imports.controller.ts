import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { JsonObject } from '@bufbuild/protobuf';
import { ImportService } from '#contracts';
import { RpcClient } from '#messaging';
import type { CallContext } from '#observability';
import { RequirePermission } from '../auth/access.decorators.js';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { Context } from '../http/context.decorator.js';
import type { GatewayRequest } from '../http/gateway-request.js';
import { IdPipe } from '../http/id.pipe.js';
import { PageQueryDto } from '../http/page-query.dto.js';
import { RestCall } from '../http/rest-call.js';
import { ImportJobDto, ImportJobPageDto, StartImportDto, TemplatePathDto } from './import.dto.js';
import { ImportUpload } from './import-upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly rest: RestCall,
    private readonly rpc: RpcClient,
    private readonly upload: ImportUpload,
  ) {}

  @Post()
  @HttpCode(202)
  @RequirePermission('registry.import.run')
  @ApiOperation({ summary: 'Upload a file; it is worked off in the background, a repeated one changes nothing' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: StartImportDto })
  @ApiAcceptedResponse({ type: ImportJobDto })
  @ApiProblems(413)
  start(@Req() request: GatewayRequest, @Context() context: CallContext): Promise<JsonObject> {
    return this.upload.receive(request, context);
  }

  @Get()
  @RequirePermission('registry.import.run')
  @ApiOperation({ summary: 'My imports, newest first; administrators see everybody’s in their areas' })
  @ApiOkResponse({ type: ImportJobPageDto })
  @ApiProblems()
  list(@Query() query: PageQueryDto, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.call(ImportService.method.listImports, query, context);
  }

  @Get('templates/:kind.xlsx')
  @RequirePermission('registry.import.run')
  @ApiOperation({ summary: 'An empty workbook with the code lists' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ description: 'Workbook' })
  @ApiProblems()
  async template(@Param() { kind }: TemplatePathDto, @Context() context: CallContext): Promise<StreamableFile> {
    const { workbook } = await this.rpc.call(ImportService.method.getTemplate, { kind }, context);
    return new StreamableFile(workbook, { type: XLSX, disposition: `attachment; filename="${kind}.xlsx"` });
  }

  @Get(':id')
  @RequirePermission('registry.import.run')
  @ApiOkResponse({ type: ImportJobDto })
  @ApiProblems()
  get(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<JsonObject> {
    return this.rest.member('job', ImportService.method.getImport, { id }, context);
  }

  @Get(':id/errors.xlsx')
  @RequirePermission('registry.import.run')
  @ApiOperation({ summary: 'The refused rows with the reason in a last column, ready to be mended and sent again' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ description: 'Workbook' })
  @ApiProblems()
  async errors(@Param('id', IdPipe) id: string, @Context() context: CallContext): Promise<StreamableFile> {
    // Asked before the headers are sent, so that a refusal can still be a problem document.
    const first = await this.piece(id, 0, context);
    const disposition = `attachment; filename="import-${id}-errors.xlsx"`;
    return new StreamableFile(Readable.from(this.pieces(id, first, context)), { type: XLSX, disposition });
  }

  private async *pieces(id: string, first: Uint8Array, context: CallContext): AsyncGenerator<Uint8Array> {
    let offset = 0;
    for (let piece = first; piece.byteLength > 0; piece = await this.piece(id, offset, context)) {
      yield piece;
      offset += piece.byteLength;
    }
  }

  private async piece(id: string, offset: number, context: CallContext): Promise<Uint8Array> {
    return (await this.rpc.call(ImportService.method.readErrorsFile, { id, offset }, context)).data;
  }
}
