import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  ImportService,
  type BeginUploadRequest,
  type BeginUploadResponse,
  type GetImportRequest,
  type GetImportResponseSchema,
  type GetTemplateRequest,
  type GetTemplateResponseSchema,
  type ListImportsRequest,
  type ListImportsResponseSchema,
  type ReadErrorsFileRequest,
  type ReadErrorsFileResponseSchema,
  type StartImportRequest,
  type StartImportResponse,
  type UploadChunkRequest,
  type UploadChunkResponseSchema,
} from '#contracts';
import { RpcController, RpcMethod, type RpcCall } from '#messaging';
import { ImportTemplates } from './import-templates.js';
import { ReadImportsUseCase } from './read-imports.use-case.js';
import { StartImportUseCase } from './start-import.use-case.js';

const permission = 'registry.import.run';

@RpcController()
export class ImportHandler {
  constructor(
    private readonly starter: StartImportUseCase,
    private readonly reader: ReadImportsUseCase,
    private readonly templates: ImportTemplates,
  ) {}

  @RpcMethod(ImportService.method.beginUpload, { permission })
  begin(request: BeginUploadRequest, call: RpcCall): Promise<BeginUploadResponse> {
    return this.starter.begin(request, call);
  }

  @RpcMethod(ImportService.method.uploadChunk, { permission })
  upload(request: UploadChunkRequest, call: RpcCall): Promise<MessageInitShape<typeof UploadChunkResponseSchema>> {
    return this.starter.addPiece(request, call);
  }

  @RpcMethod(ImportService.method.startImport, { permission })
  start(request: StartImportRequest, call: RpcCall): Promise<StartImportResponse> {
    return this.starter.start(request, call);
  }

  @RpcMethod(ImportService.method.getImport, { permission })
  get(request: GetImportRequest, call: RpcCall): Promise<MessageInitShape<typeof GetImportResponseSchema>> {
    return this.reader.get(request, call.context);
  }

  @RpcMethod(ImportService.method.listImports, { permission })
  list(request: ListImportsRequest, call: RpcCall): Promise<MessageInitShape<typeof ListImportsResponseSchema>> {
    return this.reader.list(request, call.context);
  }

  @RpcMethod(ImportService.method.readErrorsFile, { permission })
  errors(
    request: ReadErrorsFileRequest,
    call: RpcCall,
  ): Promise<MessageInitShape<typeof ReadErrorsFileResponseSchema>> {
    return this.reader.readErrors(request, call.context);
  }

  @RpcMethod(ImportService.method.getTemplate, { permission })
  template(request: GetTemplateRequest): Promise<MessageInitShape<typeof GetTemplateResponseSchema>> {
    return this.templates.workbook(request.kind);
  }
}
