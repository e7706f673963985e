import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useParameters } from '../shared/use-parameters.js';
import { useUser } from '../session/use-session.js';
import { COUNTY_DIGITS, isCode, pathOf, rootAbove, rootsOf } from './area-code.js';
import { area, counties, type Area } from './area-queries.js';

/** Parameter of every address whose page shows one area. */
const PARAMETER = 'org';

export interface AreaChoice {
  /** Twelve digits; undefined while unknown, and where there is no unit at all. */
  readonly code: string | undefined;
  readonly area: Area | undefined;
  /** From the topmost unit the user may see down to this one. */
  readonly path: readonly Area[];
  /** Codes of the topmost units the user may see. */
  readonly roots: readonly string[];
  readonly isLoading: boolean;
  /** Shows another area on the same page, and remembers it on this device. */
  choose(code: string): void;
}

/** The area a page is about: the one in its address (`?org=`), else the one chosen last, else all the user may see. */
export function useArea(): AreaChoice {
  const { id } = useUser();
  const [parameters, change] = useParameters();
  const { roots, isLoading } = useRoots();
  const given = parameters.get(PARAMETER);
  const wanted = isCode(given) ? given : remembered(id);
  const root = rootAbove(wanted, roots) ?? roots[0];
  const codes = root === undefined ? [] : pathOf(root, wanted ?? root);
  const path = useAreas(codes);
  const code = codes.at(-1);
  const choose = useCallback(
    (chosen: string) => {
      if (!isCode(given) && code !== undefined) writeIntoThisEntry(code);
      remember(id, chosen);
      // A cursor belongs to the list of the area before.
      change({ [PARAMETER]: chosen, cursor: undefined });
    },
    [id, given, code, change],
  );
  return { code, area: path.find((one) => one.code === code), path, roots, isLoading, choose };
}

/** The topmost units the user may see: one for each scope, and for a scope wider than a county its counties. */
export function useRoots(): Pick<AreaChoice, 'roots' | 'isLoading'> {
  const { scopes } = useUser();
  const isWide = scopes.some(({ length }) => length < COUNTY_DIGITS);
  const known = useQuery({ ...counties, enabled: isWide });
  const roots = useMemo(
    () =>
      rootsOf(
        scopes,
        (known.data ?? []).map(({ code }) => code),
      ),
    [scopes, known.data],
  );
  return { roots, isLoading: isWide && known.isPending };
}

/** Units by their codes, as far as they are there. */
export function useAreas(codes: readonly string[]): readonly Area[] {
  return useQueries({
    queries: codes.map((code) => area(code)),
    combine: (all) => all.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
}

/** Back shows the area of before, also where it was not in the address but the one chosen last. */
function writeIntoThisEntry(code: string): void {
  const here = new URL(location.href);
  here.searchParams.set(PARAMETER, code);
  history.replaceState(history.state, '', here);
}

function remembered(userId: string): string | undefined {
  try {
    const code = localStorage.getItem(keyOf(userId));
    return isCode(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function remember(userId: string, code: string): void {
  try {
    localStorage.setItem(keyOf(userId), code);
  } catch {
    // storage is switched off: the address still says it
  }
}

const keyOf = (userId: string): string => `xinqiao.area.${userId}`;
