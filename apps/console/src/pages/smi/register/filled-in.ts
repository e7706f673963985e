/** What a form says, without the fields nobody filled in. */
export function filledIn<Values extends object>(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Values;
}
