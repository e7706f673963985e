import { useQueries } from '@tanstack/react-query';
import { codeOf } from '../../area/area-code.js';
import { area } from '../../area/area-queries.js';
import { useTexts } from '../../texts/texts.js';

/** Counties and below have units with names; what is wider is said by its digits. */
const COUNTY_DIGITS = 6;

/** Areas by name. */
export function AreaNames({ scopes }: { readonly scopes: readonly string[] }) {
  const t = useTexts('system-access');
  const names = useAreaNames(scopes);
  if (scopes.length === 0) return <span>{t('areas.none')}</span>;
  return <span>{scopes.map((scope) => names.get(scope) ?? scope).join(t('separator'))}</span>;
}

/** Names by prefix. */
export function useAreaNames(scopes: readonly string[]): ReadonlyMap<string, string> {
  const t = useTexts('system-access');
  const named = scopes.filter((scope) => scope.length >= COUNTY_DIGITS);
  const found = useQueries({
    queries: named.map((scope) => ({ ...area(codeOf(scope)), retry: false })),
    combine: (all) => all.map(({ data }) => data?.name),
  });
  const names = new Map(named.map((scope, i) => [scope, found[i] ?? scope]));
  if (scopes.includes('')) names.set('', t('areas.all'));
  return names;
}
