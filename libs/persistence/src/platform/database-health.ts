import { Injectable, Optional } from '@nestjs/common';
import { HealthRegistry } from '#observability';
import { DataSource } from 'typeorm';
import { Lease } from '../transaction/lease.js';

/** Answers whether the service's own database can be used right now. */
@Injectable()
export class DatabaseHealth {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() registry?: HealthRegistry,
  ) {
    registry?.register('postgresql', () => this.check());
  }

  /** Throws when not. */
  async check(): Promise<void> {
    const lease = await Lease.take(this.dataSource);
    try {
      await lease.send('select 1');
    } finally {
      await lease.giveBack();
    }
  }
}
