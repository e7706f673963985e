import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Permission } from '#auth';
import { PERMISSION_METADATA, PUBLIC_METADATA } from '../src/auth/access.decorators.js';

export interface DeclaredRoute {
  readonly name: string;
  readonly method: string;
  /** With values for its parameters. */
  readonly path: string;
  readonly permission: Permission | undefined;
  readonly open: boolean;
}

const SOME_ID = '01900000-0000-7000-8000-000000000000';
const VALUES: Record<string, string> = {
  code: '990101001001',
  year: '2026',
  kind: 'orgs',
  service: 'smi',
  page: 'people',
  name: 'overdue',
};

/** Every route there is, straight from the controllers: a new one cannot be forgotten here. */
export function declaredRoutes(app: INestApplication): DeclaredRoute[] {
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap((wrapper) => routesOf(wrapper.metatype as abstract new () => object));
}

function routesOf(controller: abstract new () => object): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function') return [];
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
    return [
      {
        name: `${controller.name}.${name}`,
        method: RequestMethod[method],
        path: pathOf(parts as string[]),
        permission: read(PERMISSION_METADATA) as Permission | undefined,
        open: read(PUBLIC_METADATA) === true,
      },
    ];
  });
}

function pathOf(parts: readonly string[]): string {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .map((part) => part.replace(/:(\w+)/g, (_, name: string) => VALUES[name] ?? SOME_ID))
    .join('/');
  const outside = path.startsWith('api/');
  return outside ? `/${path}` : `/api/v1/${path}`;
}
