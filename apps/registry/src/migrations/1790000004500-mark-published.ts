import { PublishedMarkMigration } from '#persistence';

/** One mark for what was sent, instead of one a row. */
export class MarkPublished1790000004500 extends PublishedMarkMigration {
  override name = 'MarkPublished1790000004500';
}
