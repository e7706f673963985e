import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ImportJobSchema } from '#contracts';
import type { ImportJobState, RowProblem } from './import-job.js';
import { problemText } from './problem-texts.js';

type Job = MessageInitShape<typeof ImportJobSchema>;

/** A job as its starter sees it, with what is wrong with the first refused rows. */
export function toImportJob(
  job: ImportJobState,
  first: readonly { readonly row: number; readonly errors: readonly RowProblem[] }[],
): Job {
  const { id, kind, mode, status, total, accepted, rejected, skipped, fileName } = job;
  const { finishedAt, failureCode, failureDetail } = job;
  return {
    ...{ id, kind, mode, status, total, accepted, rejected, skipped, fileName },
    startedAt: job.startedAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    ...(failureCode === null ? {} : { failureCode }),
    ...(failureDetail === null ? {} : { failureDetail }),
    firstErrors: first.flatMap(({ row, errors }) =>
      errors.map((problem) => ({
        row,
        field: problem.field,
        code: problem.code,
        message: problemText(problem, job.locale),
      })),
    ),
  };
}
