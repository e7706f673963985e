import { PlatformTablesMigration } from '#persistence';

/** Outbox, inbox, audit and the other tables every service has. */
export class CreatePlatformTables1763900000000 extends PlatformTablesMigration {
  override name = 'CreatePlatformTables1763900000000';
}
