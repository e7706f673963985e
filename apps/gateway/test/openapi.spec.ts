import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../src/gateway.module.js';
import { declaredRoutes } from './declared-routes.js';
import { GatewayFixture } from './gateway-fixture.js';

type Document = Awaited<ReturnType<typeof openApiDocument>>;

describe('the OpenAPI document', () => {
  let gateway: GatewayFixture;
  let document: Document;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    document = await openApiDocument();
  });
  afterAll(() => gateway.stop());

  it('is made without any service, and is the one the gateway publishes', async () => {
    const published = await gateway.ask('GET', '/api/openapi.json');
    expect(published.body).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('comes out the same each time', async () => {
    expect(JSON.stringify(await openApiDocument())).toBe(JSON.stringify(document));
  });

  it('names every route of the API', () => {
    const described = new Set(
      Object.entries(document.paths).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, '{}')}`),
      ),
    );
    const declared = declaredRoutes(gateway.gateway)
      .map((route) => `${route.method} ${route.path}`)
      .filter((route) => route.includes(' /api/') && !route.endsWith('/kpi/noop'));
    expect(described.size).toBe(declared.length);
  });

  it('gives every protected route its lock and its refusals', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      if (!path.startsWith('/api/v1') || /(auth\/(login|refresh)|console-info)$/.test(path)) continue;
      for (const operation of Object.values(item) as { security?: unknown[]; responses: object }[]) {
        expect([path, operation.security]).toEqual([path, [{ bearer: [] }]]);
        expect([path, Object.keys(operation.responses)]).toEqual([path, expect.arrayContaining(['401', '403', '503'])]);
      }
    }
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w*)/g)].map((match) => match[1]!);
    expect(names.filter((name) => document.components!.schemas![name] === undefined)).toEqual([]);
  });

  it('can be read in the browser under the strict policy', async () => {
    const page = await gateway.ask('GET', '/api/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
    expect((await gateway.ask('GET', '/api/docs/swagger-ui-init.js')).status).toBe(200);
  });
});
