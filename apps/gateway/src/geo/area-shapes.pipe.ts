import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '#contracts';
import { readAreaShapes, type AreaShape } from '#domain';

/** Reads an uploaded FeatureCollection. Real files carry members of their own making: they are passed over, not refused. */
@Injectable()
export class AreaShapesPipe implements PipeTransform<unknown, readonly AreaShape[]> {
  transform(body: unknown): readonly AreaShape[] {
    const { shapes, refusals } = readAreaShapes(body);
    if (refusals.length > 0) throw new DomainError('COMMON.VALIDATION_FAILED', { errors: refusals });
    return shapes;
  }
}
