import { Module } from '@nestjs/common';
import { ConsoleController } from './console.controller.js';
import { PageFiles } from './page-files.js';

@Module({ controllers: [ConsoleController], providers: [PageFiles] })
export class ConsoleModule {}
