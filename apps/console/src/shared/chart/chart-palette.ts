import type { GlobalToken } from 'antd';

/** Colours of a chart, taken from the theme in force. */
export interface ChartPalette {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly primary: string;
  readonly good: string;
  readonly warning: string;
  readonly bad: string;
  readonly info: string;
  /** From little to much, for heat tables and maps. */
  readonly scale: readonly string[];
  /** For a few lines side by side. */
  readonly series: readonly string[];
}

/** The palette of a theme. */
export function paletteOf(token: GlobalToken): ChartPalette {
  return {
    ink: token.colorText,
    quiet: token.colorTextSecondary,
    line: token.colorBorderSecondary,
    ground: token.colorBgContainer,
    primary: token.colorPrimary,
    good: token.colorSuccess,
    warning: token.colorWarning,
    bad: token.colorError,
    info: token.colorInfo,
    scale: ['#f7e3c8', '#e9ecd6', '#b7dcd3', '#63b3a7', '#0f766e'],
    series: [token.colorPrimary, token.colorInfo, token.colorWarning, token.colorError, token.colorTextSecondary],
  };
}
