/** A unique key refused a row. Use cases turn it into the refusal they know; `constraint` is the name in the migration. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';

  constructor(
    readonly constraint: string,
    readonly table: string,
    options?: ErrorOptions,
  ) {
    super(`unique key ${constraint} of ${table} is taken`, options);
  }
}

/** A foreign key, check or not-null constraint refused a row. */
export class ConstraintViolation extends Error {
  override readonly name = 'ConstraintViolation';

  constructor(
    readonly constraint: string,
    readonly table: string,
    /** SQLSTATE: 23503, 23514, 23502, 23P01. */
    readonly sqlState: string,
    options?: ErrorOptions,
  ) {
    super(`constraint ${constraint} of ${table} is violated`, options);
  }
}
