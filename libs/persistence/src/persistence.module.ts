import { Logger, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import { DataSource } from 'typeorm';
import { AuditLog } from './audit/audit-log.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditVerifier } from './audit/audit-verifier.js';
import { BlindIndex } from './crypto/blind-index.js';
import { BusCipher } from './crypto/bus-cipher.js';
import { FieldCipher } from './crypto/field-cipher.js';
import { FieldKeyStore } from './crypto/field-key-store.js';
import { KeyReader } from './key-reader.js';
import { AuditSignal, OutboxSignal } from './platform/commit-signal.js';
import { DatabaseHealth } from './platform/database-health.js';
import { databaseOptions, dataSourceName, keyReaderPool } from './platform/database-options.js';
import type { EntityClass, MigrationClass } from './platform/schema-classes.js';
import { AnswerHousekeeper } from './transaction/answer-housekeeper.js';
import { AnswerStore } from './transaction/answer-store.js';
import { SharedTransaction } from './transaction/shared-transaction.js';
import { UnitOfWork } from './unit-of-work.js';

export interface PersistenceOptions {
  readonly entities: readonly EntityClass[];
  /** In order; the first extends `PlatformTablesMigration`. Not run by the service: `migrateService` does, as the owner. */
  readonly migrations: readonly MigrationClass[];
}

const RETRY_DELAY_MS = 1_000;
const EXPORTED = [
  UnitOfWork,
  FieldCipher,
  BlindIndex,
  BusCipher,
  AuditLog,
  AuditVerifier,
  AuditSealer,
  AnswerHousekeeper,
  OutboxSignal,
  DatabaseHealth,
];

/** Everything a service needs of its database, under its own role and schema. Global within the service's application. */
@Module({})
export class PersistenceModule {
  /** The application waits at start until the database answers, and lives through its absence afterwards. */
  static forService(settings: ServiceSettings, options: PersistenceOptions): DynamicModule {
    const name = dataSourceName(settings);
    const logger = new Logger(PersistenceModule.name);
    const database = {
      url: settings.databaseUrl,
      service: settings.service,
      onPoolError: (error: Error) => logger.warn(`a database connection was lost: ${error.message}`),
    };
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name,
          useFactory: () => ({
            ...databaseOptions({
              ...database,
              poolSize: settings.poolSize,
              entities: options.entities,
            }),
            retryAttempts: Number.POSITIVE_INFINITY,
            retryDelay: RETRY_DELAY_MS,
            verboseRetryLog: true,
          }),
        }),
      ],
      providers: [
        { provide: SERVICE_SETTINGS, useValue: settings },
        { provide: DataSource, useExisting: getDataSourceToken(name) },
        { provide: KeyReader, useFactory: () => new KeyReader(keyReaderPool(database)) },
        ...EXPORTED,
        AuditSignal,
        FieldKeyStore,
        AnswerStore,
        SharedTransaction,
      ],
      exports: [DataSource, SERVICE_SETTINGS, KeyReader, ...EXPORTED],
    };
  }
}
