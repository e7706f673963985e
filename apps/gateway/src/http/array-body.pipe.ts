import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { DomainError } from '#contracts';
import { RequestValidationPipe } from './request-validation.pipe.js';

/** For a body that is a list: `@Body(ArrayBodyPipe.of(TargetDto, 500)) items: TargetDto[]`. */
@Injectable()
export class ArrayBodyPipe implements PipeTransform<unknown, Promise<unknown[]>> {
  private readonly item = new RequestValidationPipe();

  constructor(
    private readonly type: Type,
    private readonly max: number,
  ) {}

  static of(type: Type, max: number): ArrayBodyPipe {
    return new ArrayBodyPipe(type, max);
  }

  async transform(value: unknown, _metadata: ArgumentMetadata): Promise<unknown[]> {
    if (!Array.isArray(value)) throw new DomainError('COMMON.MALFORMED');
    if (value.length > this.max) throw new DomainError('COMMON.TOO_LARGE');
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) items.push(await this.check(item, index));
    return items;
  }

  private async check(item: unknown, index: number): Promise<unknown> {
    try {
      return await this.item.transform(item, { type: 'body', metatype: this.type });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const errors = (error.options.errors ?? []).map((one) => ({ ...one, field: `[${index}].${one.field}` }));
      throw new DomainError('COMMON.VALIDATION_FAILED', {
        errors: errors.length > 0 ? errors : [{ field: `[${index}]`, code: 'FIELD.TYPE' }],
      });
    }
  }
}
