import { Module } from '@nestjs/common';
import { EveryService } from './every-service.js';
import { OperationsController } from './operations.controller.js';

@Module({ controllers: [OperationsController], providers: [EveryService], exports: [EveryService] })
export class OperationsModule {}
