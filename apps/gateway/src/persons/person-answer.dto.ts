import { ApiProperty } from '@nestjs/swagger';

/** A resident as every reader sees it: personal values masked. */
export class PersonDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: '王**' })
  name: string;

  @ApiProperty()
  sex: string;

  @ApiProperty({ type: String, nullable: true, description: 'Always null here; reveal it when there is a reason.' })
  birthDate: string | null;

  @ApiProperty({ type: String, nullable: true, example: '30-39' })
  ageBand: string | null;

  @ApiProperty()
  idType: string;

  @ApiProperty({ type: String, nullable: true, example: '990***********0019' })
  idNumber: string | null;

  @ApiProperty({ type: String, nullable: true, example: '130****0000' })
  phone: string | null;

  @ApiProperty()
  residenceOrg: string;

  @ApiProperty({ type: String, nullable: true })
  registeredOrg: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  livingSince: string | null;

  @ApiProperty({ type: String, nullable: true })
  ethnicity: string | null;

  @ApiProperty({ type: String, nullable: true })
  education: string | null;

  @ApiProperty({ type: String, nullable: true })
  maritalStatus: string | null;

  @ApiProperty({ type: String, nullable: true })
  employment: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  deathDate: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}

export class PersonPageDto {
  @ApiProperty({ type: [PersonDto] })
  items: PersonDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
