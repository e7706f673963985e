import type { MigrationInterface } from 'typeorm';

/** An entity: a class TypeORM builds itself. */
export type EntityClass = new (...args: never[]) => object;

/** A reviewed migration; its `name` ends in a 13-digit timestamp. */
export type MigrationClass = new () => MigrationInterface;
