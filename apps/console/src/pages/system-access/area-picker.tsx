import { useQueryClient } from '@tanstack/react-query';
import { TreeSelect } from 'antd';
import { useState } from 'react';
import { hasUnitsBelow, prefixOf } from '../../area/area-code.js';
import { areasBelow, type Area } from '../../area/area-queries.js';
import { useAreas, useRoots } from '../../area/use-area.js';
import { useUser } from '../../session/use-session.js';
import { useTexts } from '../../texts/texts.js';
import { useAreaNames } from './area-names.js';

interface Node {
  readonly id: string;
  readonly pId: string;
  readonly value: string;
  readonly title: string;
  readonly isLeaf: boolean;
}

interface AreaPickerProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (scopes: string[]) => void;
  readonly disabled?: boolean;
}

/** Areas by the tree of units, as far as one's own reach. An area holds all units below it. */
export function AreaPicker({ id, value = [], onChange, disabled = false }: AreaPickerProps) {
  const t = useTexts('system-access');
  const queries = useQueryClient();
  const { scopes } = useUser();
  const own = useAreas(useRoots().roots);
  const [opened, setOpened] = useState<readonly Node[]>([]);
  const names = useAreaNames(value);
  const everywhere = { id: '*', pId: '', value: '*', title: t('areas.all'), isLeaf: true };
  const roots = [...(scopes.includes('') ? [everywhere] : []), ...own.map((unit) => nodeOf(unit, ''))];
  const known = new Set([...roots, ...opened].map((node) => node.value));
  // Areas chosen before their branch was opened are there by name all the same.
  const chosen = value
    .map(toValue)
    .filter((one) => !known.has(one))
    .map((one) => ({ id: `chosen ${one}`, pId: 'nowhere', value: one, title: names.get(one) ?? one, isLeaf: true }));
  const open = async ({ value: prefix }: { value?: unknown }) => {
    const code = String(prefix).padEnd(12, '0');
    const units = await queries.query(areasBelow(code));
    const nodes = units.map((unit) => nodeOf(unit, String(prefix)));
    setOpened((before) => [...before.filter((node) => node.pId !== prefix), ...nodes]);
  };
  return (
    <TreeSelect<string[]>
      {...(id === undefined ? {} : { id })}
      multiple
      treeDataSimpleMode
      allowClear
      disabled={disabled}
      placeholder={t('areas.choose')}
      treeData={[...roots, ...opened, ...chosen]}
      treeDefaultExpandedKeys={own.length === 1 ? roots.map((node) => node.value) : []}
      loadData={open}
      showCheckedStrategy={TreeSelect.SHOW_ALL}
      value={value.map(toValue)}
      onChange={(values) => onChange?.(values.map((one) => (one === '*' ? '' : one)))}
    />
  );
}

/** The empty prefix is everywhere; a tree needs a name for it. */
function toValue(scope: string): string {
  return scope === '' ? '*' : scope;
}

function nodeOf(unit: Area, parent: string): Node {
  const prefix = prefixOf(unit.code);
  return { id: prefix, pId: parent, value: prefix, title: unit.name, isLeaf: !hasUnitsBelow(unit.code) };
}
