import { Module } from '@nestjs/common';
import { EveryService } from './every-service.js';
import { OperationsController } from './operations.controller.js';

@Module({ controllers: [OperationsController], providers: [EveryService] })
export class OperationsModule {}
