import { fastify } from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { RouteTable } from './route-table.js';

describe('RouteTable', () => {
  it('knows the methods of a path', async () => {
    const instance = fastify();
    const table = new RouteTable();
    table.watch(instance);
    const answer = () => Promise.resolve('');
    instance.get('/a', answer);
    instance.post('/a', answer);
    instance.patch('/a/:id', answer);
    instance.get('/t/:kind.xlsx', answer);
    instance.get('/docs/*', answer);
    await instance.ready();
    expect(table.methodsFor('/a?x=1')).toEqual(expect.arrayContaining(['GET', 'POST']));
    expect(table.methodsFor('/a/7')).toEqual(['PATCH']);
    expect(table.methodsFor('/t/orgs.xlsx')).toEqual(expect.arrayContaining(['GET']));
    expect(table.methodsFor('/t/orgs_xlsx')).toEqual([]);
    expect(table.methodsFor('/a/7/8')).toEqual([]);
    expect(table.methodsFor('/docs/x')).toEqual([]);
    expect(table.methodsFor(`/${'a'.repeat(100_000)}`)).toEqual([]);
  });
});
