import type { ComponentType } from 'react';
import { Icon, type IconName } from './icon.js';

/** A drawing of `icon.tsx` as a navigation entry wants it. */
export function navigationIcon(name: IconName): ComponentType {
  return function NavigationIcon() {
    return <Icon name={name} />;
  };
}
