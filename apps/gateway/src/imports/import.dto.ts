import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IMPORT_KINDS } from '#domain';

/** The multipart form of an upload, for the API document; the parts are read as they stream in. */
export class StartImportDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'xlsx, or csv in UTF-8 or GB18030' })
  file: unknown;

  @ApiProperty({ enum: IMPORT_KINDS })
  kind: string;

  @ApiProperty({ enum: ['preview', 'commit'], description: 'preview stores nothing but the report' })
  mode: string;
}

export class TemplatePathDto {
  @ApiProperty({ enum: IMPORT_KINDS })
  @IsIn(IMPORT_KINDS)
  kind: string;
}

export class RowErrorDto {
  @ApiProperty({ type: 'integer', description: 'Row as the spreadsheet shows it; the header is row 1.' })
  row: number;

  @ApiProperty()
  field: string;

  @ApiProperty()
  code: string;

  @ApiProperty()
  message: string;
}

export class ImportJobDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: IMPORT_KINDS })
  kind: string;

  @ApiProperty({ enum: ['preview', 'commit'] })
  mode: string;

  @ApiProperty({ enum: ['running', 'done', 'failed'] })
  status: string;

  @ApiProperty({ type: 'integer', description: 'Rows read so far; all of them once the job is done.' })
  total: number;

  @ApiProperty({ type: 'integer' })
  accepted: number;

  @ApiProperty({ type: 'integer' })
  rejected: number;

  @ApiProperty({ type: 'integer', description: 'Rows that were imported before.' })
  skipped: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the file as a whole was refused.' })
  failureCode: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The column or limit at fault.' })
  failureDetail: string | null;

  @ApiProperty({ description: 'Empty where somebody else started the import.' })
  fileName: string;

  @ApiProperty({ description: 'I started it: its refused rows are mine to fetch.' })
  own: boolean;

  @ApiProperty({ type: [RowErrorDto], description: 'What is wrong with the first twenty refused rows.' })
  firstErrors: RowErrorDto[];
}

export class ImportJobPageDto {
  @ApiProperty({ type: [ImportJobDto] })
  items: ImportJobDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
