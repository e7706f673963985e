import { Module } from '@nestjs/common';
import { CaseStepsController } from './case-steps.controller.js';
import { SmiCasesController } from './smi-cases.controller.js';

@Module({ controllers: [SmiCasesController, CaseStepsController] })
export class SmiCasesModule {}
