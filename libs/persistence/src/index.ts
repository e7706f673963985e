export { AuditLog, type AuditPage, type AuditRecord } from './audit/audit-log.js';
export type { AuditFilter } from './audit/audit-search.sql.js';
export { AuditSealer } from './audit/audit-sealer.js';
export { AuditVerifier, type AuditVerdict } from './audit/audit-verifier.js';
export { BlindIndex, type BlindPurpose } from './crypto/blind-index.js';
export { BusCipher } from './crypto/bus-cipher.js';
export { SealBroken } from './crypto/crypto-suite.js';
export { ensureKeys } from './crypto/ensure-keys.js';
export { FieldCipher, type FieldPlace } from './crypto/field-cipher.js';
export { hmacSha256 } from './crypto/hmac.js';
export { KeyReader } from './key-reader.js';
export { PlatformTablesMigration } from './migrations/platform-tables.migration.js';
export { PublishedMarkMigration } from './migrations/published-mark.migration.js';
export { PersistenceModule, type PersistenceOptions } from './persistence.module.js';
export { areaPolicySql } from './platform/area-policy.js';
export { OutboxSignal } from './platform/commit-signal.js';
export { DatabaseHealth } from './platform/database-health.js';
export { ConstraintViolation, UniqueViolation } from './platform/database-error.js';
export { migrateService, revertAll, schemaDrift } from './platform/migrate-service.js';
export {
  provisionDatabase,
  type ProvisionOptions,
  type ServiceDatabase,
  type StoringService,
} from './platform/provision-database.js';
export type { EntityClass, MigrationClass } from './platform/schema-classes.js';
export { jsonCodec, messageCodec } from './transaction/answer-codec.js';
export { AnswerHousekeeper } from './transaction/answer-housekeeper.js';
export type { AnswerCodec, AuditedTx, AuditNote, Tx, WriteCall, WriteTx } from './transaction/transaction.js';
export { UnitOfWork } from './unit-of-work.js';
