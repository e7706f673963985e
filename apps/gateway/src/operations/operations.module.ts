import { Module } from '@nestjs/common';
import { EveryService } from './every-service.js';
import { NodesController } from './nodes.controller.js';
import { OperationsController } from './operations.controller.js';

@Module({
  controllers: [OperationsController, NodesController],
  providers: [EveryService],
  exports: [EveryService],
})
export class OperationsModule {}
