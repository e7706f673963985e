import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { DomainError, type GetTemplateResponseSchema } from '#contracts';
import { IMPORT_COLUMNS, IMPORT_KINDS, templateHeader, type ImportColumn, type ImportKind } from '#domain';
import { writeXlsx, type XlsxColumn, type XlsxSheet } from '#spreadsheet';

/** Empty workbooks to fill in: the columns, what each means, and the code lists. */
@Injectable()
export class ImportTemplates {
  async workbook(wanted: string): Promise<MessageInitShape<typeof GetTemplateResponseSchema>> {
    const kind = IMPORT_KINDS.find((each) => each === wanted);
    if (kind === undefined) {
      throw new DomainError('COMMON.VALIDATION_FAILED', { errors: [{ field: 'kind', code: 'FIELD.CODE' }] });
    }
    const workbook = await buffer(writeXlsx(sheetsOf(kind), { audience: 'reimport' }));
    return { workbook: Uint8Array.from(workbook) };
  }
}

function sheetsOf(kind: ImportKind): XlsxSheet[] {
  const columns = IMPORT_COLUMNS[kind];
  return [
    { name: kind, columns: columns.map((column) => ({ header: templateHeader(column) })), rows: [] },
    {
      name: '说明 Columns',
      columns: wide({ '字段 field': 32, 名称: 24, Name: 36, '必填 required': 14, '格式 format': 60 }),
      rows: columns.map((column) => [
        ...[column.field, column.zh, column.en, column.required === true ? '是 yes' : ''],
        formatOf(column),
      ]),
    },
    {
      name: '代码 Codes',
      columns: wide({ '字段 field': 32, '代码 code': 14, 含义: 44, Meaning: 60 }),
      rows: columns.flatMap((column) =>
        (column.codes ?? []).map(({ code, zh, en }) => [column.field, String(code), zh, en]),
      ),
    },
  ];
}

/** Columns by their titles, with widths in characters. */
function wide(widths: Readonly<Record<string, number>>): XlsxColumn[] {
  return Object.entries(widths).map(([header, width]) => ({ header, width }));
}

function formatOf({ type, codes, perItem }: ImportColumn): string {
  const form = codes === undefined ? FORMATS[type] : CODED;
  const isList = perItem === true || (codes !== undefined && type.endsWith('List'));
  return isList ? `${form}（多项用 ; 分隔 one value per item, separated by ;）` : form;
}

const CODED = '代码或含义，见“代码 Codes” code or meaning';
const FORMATS: Readonly<Record<ImportColumn['type'], string>> = {
  text: '文本 text',
  date: '日期 date YYYY-MM-DD',
  partialDate: '年、年月或日期 YYYY, YYYY-MM or YYYY-MM-DD',
  integer: '整数 whole number',
  decimal: '数字 number',
  boolean: 'true / false（是 / 否）',
  integerList: '整数，多项用 ; 分隔 whole numbers separated by ;',
  textList: '文本，多项用 ; 分隔 texts separated by ;',
};
