import { Module } from '@nestjs/common';
import { ImportUpload } from './import-upload.js';
import { ImportsController } from './imports.controller.js';

@Module({ controllers: [ImportsController], providers: [ImportUpload] })
export class ImportsModule {}
