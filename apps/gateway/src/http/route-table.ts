import type { FastifyInstance } from 'fastify';

/** Knows which methods a path answers, so that a wrong method is 405 and not 404. Looked at only when nothing matched. */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  /** Must be called before routes are registered. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRoute', (route) => {
      const methods = Array.isArray(route.method) ? route.method : [route.method];
      if (!route.url.includes('*')) this.routes.push({ pattern: patternOf(route.url), methods });
    });
  }

  /** The methods of a path, none for an unknown one. */
  methodsFor(url: string): readonly string[] {
    const path = url.split(/[?#]/, 1)[0] ?? '';
    if (path.length > 512) return [];
    const found = this.routes.filter((route) => route.pattern.test(path)).flatMap((route) => route.methods);
    return [...new Set(found)].sort();
  }
}

/** Parameters span one segment: `[^/]+` keeps the match linear. */
function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((segment) => segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z_]\w*/g, '[^/]+'))
    .join('/');
  return new RegExp(`^${source}/?$`);
}
