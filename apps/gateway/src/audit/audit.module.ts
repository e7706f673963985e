import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { AuditController } from './audit.controller.js';
import { AuditPages } from './audit-pages.js';

@Module({ imports: [OperationsModule], controllers: [AuditController], providers: [AuditPages] })
export class AuditModule {}
