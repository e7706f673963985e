/** Every text of the page, Chinese first. A key missing in one language fails the spec of this file. */
export const TEXTS = {
  'zh-CN': {
    title: '心桥 · 社会心理服务',
    signIn: '登录',
    signInLead: '请用工作账号登录。',
    username: '用户名',
    password: '密码',
    otp: '动态口令（6 位）',
    signOut: '退出',
    switchLanguage: 'English',
    account: '{name}',
    changePassword: '请先修改密码',
    changePasswordLead: '密码已到期或由管理员重置，修改后才能继续。',
    currentPassword: '当前密码',
    newPassword: '新密码',
    passwordHint: '至少 12 位，或至少 8 位并含大小写字母、数字和符号。',
    save: '保存',
    headline: '{area} {period}：{met} 项达标，{short} 项未达标',
    headlineNoTargets: '{area} {period}的 {count} 项指标',
    asOf: '统计至 {day}',
    area: '区域',
    year: '年度',
    period: '时段',
    wholeYear: '全年',
    half1: '至上半年末',
    quarter: '至第 {n} 季度末',
    print: '打印',
    indicator: '指标',
    counted: '分子 / 分母',
    value: '数值',
    target: '目标',
    gap: '差距',
    byPart: '按下级查看',
    hideParts: '收起',
    openArea: '查看 {name}',
    met: '达标',
    short: '还差 {n} 人',
    over: '超出 {n} 人',
    shortVisits: '还差 {n} 次',
    overVisits: '超出 {n} 次',
    notMet: '未达标',
    noTarget: '未设目标',
    notApplicable: '不适用',
    missing: '缺少数据',
    loading: '正在读取…',
    noAccessTitle: '您的账号不能查看指标',
    noAccess: '此页显示区县的指标。您的账号没有查看指标的权限；如有需要，请联系管理员。',
    emptyTitle: '还没有指标数据',
    empty: '登记居民、建档和随访后，这里会在几秒内出现各项指标。可由管理员在“导入”中导入人口和档案。',
    noParts: '此区域没有下级单位。',
    error: '没有读到数据',
    retry: '重试',
    offline: '连接不上服务器，请检查网络后重试。',
    source: '{formula}。出自《{source}》，口径第 {version} 版',
    reference: '编号 {id}',
    printed: '打印于 {time}',
    caption: '{area} · {period} · 自 1 月 1 日累计；数值四舍五入到两位小数，达标按未舍入的数值判断',
  },
  en: {
    title: 'Xinqiao · social psychological services',
    signIn: 'Sign in',
    signInLead: 'Use your work account.',
    username: 'User name',
    password: 'Password',
    otp: 'One-time code (6 digits)',
    signOut: 'Sign out',
    switchLanguage: '中文',
    account: '{name}',
    changePassword: 'Change your password first',
    changePasswordLead: 'It has expired or was reset by an administrator.',
    currentPassword: 'Current password',
    newPassword: 'New password',
    passwordHint: 'At least 12 characters, or at least 8 with upper and lower case, digits and symbols.',
    save: 'Save',
    headline: '{area}, {period}: {met} targets met, {short} missed',
    headlineNoTargets: '{count} indicators of {area}, {period}',
    asOf: 'Counted up to {day}',
    area: 'Area',
    year: 'Year',
    period: 'Period',
    wholeYear: 'Whole year',
    half1: 'Up to the end of June',
    quarter: 'Up to the end of quarter {n}',
    print: 'Print',
    indicator: 'Indicator',
    counted: 'Numerator / denominator',
    value: 'Value',
    target: 'Target',
    gap: 'Gap',
    byPart: 'By area below',
    hideParts: 'Hide areas',
    openArea: 'Open {name}',
    met: 'Met',
    short: '{n} people short',
    over: '{n} people over',
    shortVisits: '{n} visits short',
    overVisits: '{n} visits over',
    notMet: 'Not met',
    noTarget: 'No target',
    notApplicable: 'Not applicable',
    missing: 'Data missing',
    loading: 'Reading…',
    noAccessTitle: 'Your account cannot see indicators',
    noAccess: 'This page shows the indicators of an area. Ask an administrator if you need them.',
    emptyTitle: 'No figures yet',
    empty:
      'Once residents, files and visits are recorded, figures appear here within seconds. An administrator can import population and files.',
    noParts: 'There is no area below this one.',
    error: 'The figures could not be read',
    retry: 'Try again',
    offline: 'The server cannot be reached. Check the connection and try again.',
    source: '{formula}. Source: {source}; definition version {version}',
    reference: 'Reference {id}',
    printed: 'Printed {time}',
    caption:
      '{area} · {period} · counted from 1 January; values rounded to two decimals; targets are judged on unrounded values',
  },
};

let language = navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';

export function currentLanguage() {
  return language;
}

export function switchLanguage() {
  language = language === 'en' ? 'zh-CN' : 'en';
  document.documentElement.lang = language;
}

/** The text of a key in the language chosen, its `{names}` filled in. */
export function t(key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

export function formatCount(value) {
  return new Intl.NumberFormat(language).format(value);
}
