import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ImportJobSchema } from '#contracts';
import type { ImportJobState, RowProblem } from './import-job.js';
import { problemText } from './problem-texts.js';

type Job = MessageInitShape<typeof ImportJobSchema>;

/**
 * A job with what is wrong with its first refused rows. What comes out of the file itself (its name, a column's title, which
 * in a file without titles is somebody's name) only the starter sees.
 */
export function toImportJob(
  job: ImportJobState,
  first: readonly { readonly row: number; readonly errors: readonly RowProblem[] }[],
  viewer: string,
): Job {
  const own = job.startedBy === viewer;
  const { id, kind, mode, status, total, accepted, rejected, skipped } = job;
  const { finishedAt, failureCode, failureDetail } = job;
  return {
    ...{ id, kind, mode, status, total, accepted, rejected, skipped, own },
    fileName: own ? job.fileName : '',
    startedAt: job.startedAt.toISOString(),
    ...(finishedAt === null ? {} : { finishedAt: finishedAt.toISOString() }),
    ...(failureCode === null ? {} : { failureCode }),
    ...(failureDetail === null || !own ? {} : { failureDetail }),
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
