import type { ErrorEntry } from './catalogue.js';

/** Refusals of the registry service. */
export const REGISTRY_ERRORS = {
  'REGISTRY.ORG.CODE_INVALID': {
    category: 'validation',
    zh: '区划代码无效，应为 12 位统计用区划代码',
    en: 'Not a 12-digit area code',
  },
  'REGISTRY.ORG.PROVINCE_NOT_ALLOWED': {
    category: 'validation',
    zh: '省级代码不存在；99 仅供演示使用',
    en: 'No such province; 99 is for demonstrations only',
  },
  'REGISTRY.ORG.TIER_MISMATCH': {
    category: 'validation',
    zh: '机构层级与区划代码不符',
    en: 'The tier does not fit the area code',
  },
  'REGISTRY.ORG.URBAN_RURAL_ONLY_COMMUNITY': {
    category: 'validation',
    zh: '城乡分类代码只用于社区（村）',
    en: 'The urban-rural class belongs to communities only',
  },
  'REGISTRY.ORG.PARENT_MISSING': {
    category: 'rule',
    zh: '上级机构不存在或当日无效',
    en: 'The parent unit does not exist or is not valid on that day',
  },
  'REGISTRY.ORG.PERIOD_INVALID': {
    category: 'validation',
    zh: '有效期的结束日期早于开始日期',
    en: 'The period ends before it begins',
  },
  'REGISTRY.ORG.PERIOD_OVERLAP': {
    category: 'conflict',
    zh: '该代码在此期间已有记录',
    en: 'This code already has a record in that period',
  },
  'REGISTRY.ORG.UNKNOWN': {
    category: 'validation',
    zh: '机构不存在、已停用或不在您的管辖范围内',
    en: 'No such unit in your area, or no longer valid',
  },
  'REGISTRY.ORG.NOT_A_COMMUNITY': {
    category: 'validation',
    zh: '应填写社区（村）或街道（乡镇）代码',
    en: 'A community or street code is needed',
  },
  'REGISTRY.SHAPE.NOT_A_COLLECTION': {
    category: 'validation',
    zh: '应为 GeoJSON FeatureCollection',
    en: 'Send a GeoJSON FeatureCollection',
  },
  'REGISTRY.SHAPE.CODE_TWICE': {
    category: 'validation',
    zh: '同一区划代码出现了两次',
    en: 'This area code stands twice',
  },
  'REGISTRY.SHAPE.GEOMETRY_TYPE': {
    category: 'validation',
    zh: '图形应为 Polygon 或 MultiPolygon',
    en: 'The geometry must be a Polygon or a MultiPolygon',
  },
  'REGISTRY.SHAPE.RING_OPEN': {
    category: 'validation',
    zh: '边界线须首尾相接，至少四个点',
    en: 'A ring must have four positions at least and end where it began',
  },
  'REGISTRY.SHAPE.RING_CROSSES': {
    category: 'validation',
    zh: '这个区域的边界线与自身交叉，请在制图软件里修正后再上传',
    en: 'The outline of this area crosses itself: mend it in the map program and upload it again',
  },
  'REGISTRY.SHAPE.COORDINATE_RANGE': {
    category: 'validation',
    zh: '坐标超出经纬度范围（应为 [经度, 纬度]）',
    en: 'Not a longitude and latitude in degrees',
  },
  'REGISTRY.POPULATION.YEAR_RANGE': {
    category: 'validation',
    zh: '年份超出范围（1990 年至今年）',
    en: 'The year must lie between 1990 and this year',
  },
  'REGISTRY.PERSON.NAME_INVALID': {
    category: 'validation',
    zh: '姓名含有不允许的字符或过长',
    en: 'The name holds characters that are not allowed or is too long',
  },
  'REGISTRY.PERSON.BIRTH_DATE_IN_FUTURE': {
    category: 'validation',
    zh: '出生日期不能晚于今天',
    en: 'The birth date lies in the future',
  },
  'REGISTRY.PERSON.BIRTH_DATE_TOO_EARLY': {
    category: 'validation',
    zh: '出生日期不能早于 1900-01-01',
    en: 'The birth date lies before 1900-01-01',
  },
  'REGISTRY.PERSON.ID_REQUIRED': {
    category: 'validation',
    zh: '该证件类型须填写证件号码',
    en: 'This kind of document needs its number',
  },
  'REGISTRY.PERSON.ID_NOT_EXPECTED': {
    category: 'validation',
    zh: '证件类型为“无”时不应填写证件号码',
    en: 'No number is expected without a document',
  },
  'REGISTRY.PERSON.ID_LENGTH': {
    category: 'validation',
    zh: '身份证号码应为 18 位',
    en: 'The ID number must have 18 characters',
  },
  'REGISTRY.PERSON.ID_CHARACTERS': {
    category: 'validation',
    zh: '证件号码含有不允许的字符',
    en: 'The number holds characters that are not allowed',
  },
  'REGISTRY.PERSON.ID_PROVINCE': {
    category: 'validation',
    zh: '身份证号码的省级代码不存在；99 仅供演示使用',
    en: 'No such province in the ID number; 99 is for demonstrations only',
  },
  'REGISTRY.PERSON.ID_BIRTH_DATE': {
    category: 'validation',
    zh: '身份证号码中的出生日期无效',
    en: 'The birth date in the ID number is not valid',
  },
  'REGISTRY.PERSON.ID_CHECKSUM': {
    category: 'validation',
    zh: '身份证号码校验码不正确',
    en: 'The check character of the ID number is wrong',
  },
  'REGISTRY.PERSON.ID_BIRTH_DATE_MISMATCH': {
    category: 'validation',
    zh: '出生日期与身份证号码不一致',
    en: 'The birth date does not agree with the ID number',
  },
  'REGISTRY.PERSON.ID_SEX_MISMATCH': {
    category: 'validation',
    zh: '性别与身份证号码不一致',
    en: 'The sex does not agree with the ID number',
  },
  'REGISTRY.PERSON.PHONE_INVALID': {
    category: 'validation',
    zh: '电话号码格式不正确',
    en: 'Not a telephone number',
  },
  'REGISTRY.PERSON.LIVING_SINCE_INVALID': {
    category: 'validation',
    zh: '居住起始日期须在出生之后、今天之前',
    en: 'Living-since must lie between birth and today',
  },
  'REGISTRY.PERSON.ID_NUMBER_EXISTS': {
    category: 'conflict',
    zh: '该证件号码已登记',
    en: 'This ID number is already registered',
  },
  'REGISTRY.PERSON.POSSIBLE_DUPLICATE': {
    category: 'conflict',
    zh: '可能与已登记人员重复，请核对；确认不是同一人后可继续保存',
    en: 'Possibly registered already; check the candidates, then confirm that it is somebody else',
  },
  'REGISTRY.PERSON.REVEAL_LIMIT': {
    category: 'rate_limited',
    zh: '今日查看明文信息的次数已用完',
    en: 'The daily limit of reveals is used up',
  },
  'REGISTRY.IMPORT.KIND_FORBIDDEN': {
    category: 'forbidden',
    zh: '您没有导入此类数据的权限',
    en: 'You may not import this kind of data',
  },
  'REGISTRY.IMPORT.UPLOAD_UNKNOWN': {
    category: 'not_found',
    zh: '上传的文件不存在或已过期，请重新上传',
    en: 'No such upload, or it has expired; send the file again',
  },
  'REGISTRY.IMPORT.UPLOAD_INCOMPLETE': {
    category: 'conflict',
    zh: '文件上传不完整，请重新上传',
    en: 'Pieces of the file are missing; send it again',
  },
  'REGISTRY.IMPORT.FILE_EMPTY': { category: 'validation', zh: '文件为空', en: 'The file is empty' },
  'REGISTRY.IMPORT.FILE_TOO_LARGE': { category: 'too_large', zh: '文件过大', en: 'The file is too large' },
  'REGISTRY.IMPORT.FILE_UNREADABLE': {
    category: 'rule',
    zh: '无法读取文件，应为 xlsx 或 csv（UTF-8 或 GB18030）',
    en: 'Cannot be read; send xlsx or csv (UTF-8 or GB18030)',
  },
  'REGISTRY.IMPORT.FILE_UNSAFE': {
    category: 'rule',
    zh: '文件超出安全限制，已拒绝处理',
    en: 'The file exceeds a safety limit and was not opened',
  },
  'REGISTRY.IMPORT.COLUMN_UNKNOWN': { category: 'rule', zh: '存在未知的列', en: 'Unknown column' },
  'REGISTRY.IMPORT.COLUMN_MISSING': { category: 'rule', zh: '缺少必需的列', en: 'A required column is missing' },
  'REGISTRY.IMPORT.COLUMN_REPEATED': { category: 'rule', zh: '列重复', en: 'A column stands twice' },
  'REGISTRY.IMPORT.TOO_MANY_ROWS': { category: 'rule', zh: '行数超过上限', en: 'Too many rows' },
  'REGISTRY.IMPORT.INTERRUPTED': {
    category: 'internal',
    zh: '导入多次中断，已停止；已导入的行保留，可重新上传同一文件继续',
    en: 'Interrupted too often and stopped; what was imported stays, send the same file again to go on',
  },
  'REGISTRY.IMPORT.NOT_FINISHED': {
    category: 'conflict',
    zh: '导入尚未完成，请稍后下载',
    en: 'The import has not finished yet',
  },
  'REGISTRY.IMPORT.PERSON_NOT_FOUND': {
    category: 'validation',
    zh: '辖区内没有此证件号码的人员，请先登记人员',
    en: 'Nobody in your area has this ID number; register the person first',
  },
  'REGISTRY.IMPORT.CASE_KEY_MISSING': {
    category: 'validation',
    zh: '须填写患者编号 caseNo 或证件号码 idNumber',
    en: 'caseNo or idNumber is needed to find the case',
  },
  'REGISTRY.IMPORT.LIST_LENGTHS': {
    category: 'validation',
    zh: '并列的列表列项数不一致',
    en: 'Lists that belong together have different lengths',
  },
  'REGISTRY.IMPORT.FORMULA': {
    category: 'validation',
    zh: '单元格含有无结果的公式或错误值',
    en: 'The cell holds an error or a formula without a result',
  },
  'REGISTRY.CREDIT_CODE.LENGTH': {
    category: 'validation',
    zh: '统一社会信用代码应为 18 位',
    en: 'The social credit code must have 18 characters',
  },
  'REGISTRY.CREDIT_CODE.FORMAT': {
    category: 'validation',
    zh: '统一社会信用代码含有不允许的字符',
    en: 'The social credit code holds characters that are not allowed',
  },
  'REGISTRY.CREDIT_CODE.CHECK_CHARACTER': {
    category: 'validation',
    zh: '统一社会信用代码校验码不正确',
    en: 'The check character of the social credit code is wrong',
  },
} as const satisfies Record<string, ErrorEntry>;
