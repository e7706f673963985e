import { Module } from '@nestjs/common';
import { SmiCasesController } from './smi-cases.controller.js';

@Module({ controllers: [SmiCasesController] })
export class SmiCasesModule {}
