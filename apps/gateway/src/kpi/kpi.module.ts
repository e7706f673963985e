import { Module } from '@nestjs/common';
import { KpiReportsController } from './kpi-reports.controller.js';
import { KpiController } from './kpi.controller.js';

@Module({ controllers: [KpiController, KpiReportsController] })
export class KpiModule {}
