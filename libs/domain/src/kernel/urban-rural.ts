import { areaLevel, type AreaCode } from './area-code.js';
import { defineCodes, isCode } from './code-list.js';
import { accepted, refused, type Checked, type RegistryCode } from './problem.js';

/** 城乡分类代码, for village rows only (service-system.md C.1). */
export const URBAN_RURAL_CLASSES = defineCodes([
  ['111', '主城区', 'Main urban area'],
  ['112', '城乡结合区', 'Urban-rural fringe'],
  ['121', '镇中心区', 'Town centre'],
  ['122', '镇乡结合区', 'Town fringe'],
  ['123', '特殊区域', 'Special area'],
  ['210', '乡中心区', 'Township centre'],
  ['220', '村庄', 'Village'],
]);

/** First digit of the class: 1 urban, 2 rural. */
export type UrbanRural = 'urban' | 'rural';

/** Checks a class together with the code it belongs to: only village rows carry one. */
export function checkUrbanRural(value: unknown, code: AreaCode): Checked<string, RegistryCode> {
  if (!isCode(URBAN_RURAL_CLASSES, value)) return refused('FIELD.CODE');
  return areaLevel(code) === 'village' ? accepted(value) : refused('REGISTRY.ORG.URBAN_RURAL_ONLY_COMMUNITY');
}

/** Urban or rural; null for an unknown class. */
export function urbanRuralOf(value: string | null | undefined): UrbanRural | null {
  if (!isCode(URBAN_RURAL_CLASSES, value)) return null;
  return value.startsWith('1') ? 'urban' : 'rural';
}
