import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateService, revertAll, schemaDrift } from '#persistence';
import { createTestNode, type TestNode } from '#testing';
import { IDENTITY_MIGRATIONS } from '../src/identity.module.js';

describe('migrations of identity', () => {
  let node: TestNode;

  beforeAll(async () => {
    node = await createTestNode(['identity'], { migrate: false });
  });
  afterAll(() => node.close());

  it('go up, down, and up again', async () => {
    const url = node.ownerUrl('identity');
    await migrateService(url, 'identity', IDENTITY_MIGRATIONS);
    await revertAll(url, 'identity', IDENTITY_MIGRATIONS);
    await migrateService(url, 'identity', IDENTITY_MIGRATIONS);
    expect(await schemaDrift(url, 'identity', [])).toEqual([]);
  });
});
