import { Module } from '@nestjs/common';
import { OrgsController } from './orgs.controller.js';

@Module({ controllers: [OrgsController] })
export class OrgsModule {}
