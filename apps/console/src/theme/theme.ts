import { theme as antTheme, type ThemeConfig } from 'antd';

/** Colours, sizes and type of the console; nothing else names a colour. Reach them in CSS as `var(--ant-…)`. */
const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif';

const BOTH: NonNullable<ThemeConfig['token']> = {
  fontFamily: FONT,
  fontSize: 14,
  borderRadius: 8,
  controlHeight: 36,
  boxShadow: '0 1px 2px rgb(0 0 0 / 8%), 0 4px 12px rgb(0 0 0 / 8%)',
  boxShadowSecondary: '0 1px 2px rgb(0 0 0 / 8%), 0 4px 12px rgb(0 0 0 / 8%)',
};

const LIGHT: NonNullable<ThemeConfig['token']> = {
  colorPrimary: '#0f766e',
  colorInfo: '#1d4ed8',
  colorSuccess: '#15803d',
  colorWarning: '#b45309',
  colorError: '#b91c1c',
  colorLink: '#0f766e',
  // The derived shade is too light to read.
  colorLinkHover: '#0b5953',
  // So are derived grounds of dark greens too grey.
  colorPrimaryBg: '#e3f3f0',
  colorPrimaryBgHover: '#cbe7e2',
  colorPrimaryBorder: '#8cc7bd',
  colorPrimaryBorderHover: '#5aa99c',
  colorSuccessBg: '#e7f6ec',
  colorSuccessBgHover: '#d0edd9',
  colorSuccessBorder: '#93cda7',
  colorTextBase: '#1f2a37',
  colorTextSecondary: '#4b5563',
  colorTextTertiary: '#5b6675',
  colorTextDescription: '#5b6675',
  colorTextPlaceholder: '#6b7280',
  colorBgLayout: '#f6f8fa',
  colorBorder: '#c6ccd4',
  colorBorderSecondary: '#e3e7ec',
};

const DARK: NonNullable<ThemeConfig['token']> = {
  colorPrimary: '#2dd4bf',
  colorTextLightSolid: '#06211e',
  colorInfo: '#7da9ff',
  colorSuccess: '#4ade80',
  colorWarning: '#fbbf24',
  colorError: '#f87171',
  colorLink: '#2dd4bf',
  colorTextBase: '#e6eaf0',
  colorTextSecondary: '#b6bfcb',
  colorTextTertiary: '#9aa5b4',
  colorTextDescription: '#9aa5b4',
  colorTextPlaceholder: '#8b96a5',
  colorBgBase: '#11181f',
  colorBgLayout: '#0b1015',
  colorBgContainer: '#151d25',
  colorBgElevated: '#1b242e',
  colorBorder: '#3a4653',
  colorBorderSecondary: '#27313c',
};

const MORE_CONTRAST_LIGHT: NonNullable<ThemeConfig['token']> = {
  colorTextBase: '#000000',
  colorTextSecondary: '#1f2937',
  colorTextTertiary: '#1f2937',
  colorTextDescription: '#1f2937',
  colorTextPlaceholder: '#374151',
  colorBorder: '#374151',
  colorBorderSecondary: '#4b5563',
  colorPrimary: '#0b5953',
  colorLink: '#0b5953',
};

const MORE_CONTRAST_DARK: NonNullable<ThemeConfig['token']> = {
  colorTextBase: '#ffffff',
  colorTextSecondary: '#e5e7eb',
  colorTextTertiary: '#e5e7eb',
  colorTextDescription: '#e5e7eb',
  colorTextPlaceholder: '#d1d5db',
  colorBorder: '#d1d5db',
  colorBorderSecondary: '#9ca3af',
};

/** What the system asks for. */
export interface Appearance {
  readonly dark: boolean;
  readonly moreContrast: boolean;
  readonly lessMotion: boolean;
}

/** The theme for an appearance. */
export function themeFor({ dark, moreContrast, lessMotion }: Appearance): ThemeConfig {
  const more = dark ? MORE_CONTRAST_DARK : MORE_CONTRAST_LIGHT;
  return {
    algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    cssVar: { key: 'xq' },
    hashed: false,
    token: { ...BOTH, ...(dark ? DARK : LIGHT), ...(moreContrast ? more : {}), motion: !lessMotion },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { fontSize: 16 },
      Table: { headerBg: 'transparent' },
    },
  };
}
