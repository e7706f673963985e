import { PublishedMarkMigration } from '#persistence';

/** One mark for what was sent, instead of one a row. */
export class MarkPublished1763900000150 extends PublishedMarkMigration {
  override name = 'MarkPublished1763900000150';
}
