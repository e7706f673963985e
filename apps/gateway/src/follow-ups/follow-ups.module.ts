import { Module } from '@nestjs/common';
import { CorrectionsController } from './corrections.controller.js';
import { FollowUpsController } from './follow-ups.controller.js';

@Module({ controllers: [FollowUpsController, CorrectionsController] })
export class FollowUpsModule {}
