import { PlatformTablesMigration } from '#persistence';

export class CreatePlatformTables1790000001000 extends PlatformTablesMigration {
  readonly name = 'CreatePlatformTables1790000001000';
}
