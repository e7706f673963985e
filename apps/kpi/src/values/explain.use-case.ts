import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ExplainRequest, ExplainResponseSchema } from '#contracts';
import { reasonClause, SMI_INDICATORS, SMI_REASONS } from '#domain';
import type { Caller } from '#observability';
import { RollOverService } from '../projection/roll-over.service.js';
import { GetValuesUseCase } from './get-values.use-case.js';
import { indicatorSlot, measureQuery } from './measure-query.js';
import { SubjectCounter } from './subject-counter.js';

/** Who counts, who does not, and by which rule: a figure with the numbers behind it. */
@Injectable()
export class ExplainUseCase {
  constructor(
    private readonly rollOver: RollOverService,
    private readonly values: GetValuesUseCase,
    private readonly counter: SubjectCounter,
  ) {}

  async execute(request: ExplainRequest, caller: Caller): Promise<MessageInitShape<typeof ExplainResponseSchema>> {
    const { day } = await this.rollOver.current();
    const slot = indicatorSlot(request.indicator);
    const query = measureQuery(request, day, caller);
    const [value, found] = await Promise.all([
      this.values.single(query, slot),
      this.counter.reasons(query.area, query.window, slot),
    ]);
    const indicator = SMI_INDICATORS[slot];
    if (indicator === undefined) throw new RangeError('no such indicator slot');
    const reasons = [...found].map(([code, count]) => {
      const { side, zh, en, ruleId } = SMI_REASONS[code];
      return { side, code, textZh: zh, textEn: en, ...reasonClause(ruleId, indicator), ruleId, count };
    });
    return { value, reasons };
  }
}
