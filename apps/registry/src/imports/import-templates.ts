import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, type GetTemplateResponseSchema } from '#contracts';
import { IMPORT_COLUMNS, IMPORT_KINDS, templateHeader } from '#domain';

/** Empty workbooks to fill in. */
@Injectable()
export class ImportTemplates {
  workbook(wanted: string): Promise<MessageInitShape<typeof GetTemplateResponseSchema>> {
    const kind = IMPORT_KINDS.find((each) => each === wanted);
    if (kind === undefined) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'kind', code: 'FIELD.CODE' }] });
    }
    return Promise.resolve({
      workbook: Uint8Array.from(Buffer.from(IMPORT_COLUMNS[kind].map(templateHeader).join(','))),
    });
  }
}
