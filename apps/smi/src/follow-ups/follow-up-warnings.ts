import type { MessageInitShape } from '@bufbuild/protobuf';
import { errorEntry, type WarningSchema } from '#contracts';
import type { SmiWarning } from '#domain';
import type { CallContext } from '#observability';

/** What the user should look at, in the caller's language. */
export function warningsOf(
  warnings: readonly SmiWarning[],
  locale: CallContext['locale'],
): MessageInitShape<typeof WarningSchema>[] {
  return warnings.map((warning) => ({
    field: warning.field,
    rule: warning.rule ?? '',
    code: warning.code,
    message: errorEntry(warning.code)[locale === 'en' ? 'en' : 'zh'],
  }));
}
