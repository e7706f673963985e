import { Module } from '@nestjs/common';
import { ConsoleInfoController } from './console-info.controller.js';
import { DemoNotice } from './demo-notice.js';

@Module({ controllers: [ConsoleInfoController], providers: [DemoNotice], exports: [DemoNotice] })
export class ConsoleInfoModule {}
