/** A resident as stored. The sealed value is opened only by `PersonVault`. */
export interface PersonRecord {
  readonly id: string;
  readonly residenceOrg: string;
  readonly registeredOrg: string | null;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly deathDate: string | null;
  readonly idType: string;
  /** Document number, telephone and address. */
  readonly sealed: Buffer;
  readonly idNumberIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly livingSince: string | null;
  readonly ethnicity: string | null;
  readonly education: string | null;
  readonly maritalStatus: string | null;
  readonly employment: string | null;
  /** Keyed digest of the row it was imported from; stays when the person changes. */
  readonly importDigest: Buffer | null;
  readonly version: number;
}

type SqlType = 'text' | 'date' | 'bytea' | 'uuid' | 'integer';

/** Field → column and type: every statement on the table is written from this one list. */
export const PERSON_COLUMNS: readonly (readonly [keyof PersonRecord, string, SqlType])[] = [
  ['id', 'id', 'uuid'],
  ['residenceOrg', 'residence_org', 'text'],
  ['registeredOrg', 'registered_org', 'text'],
  ['name', 'name', 'text'],
  ['pinyin', 'pinyin', 'text'],
  ['initials', 'initials', 'text'],
  ['sex', 'sex', 'text'],
  ['birthDate', 'birth_date', 'date'],
  ['deathDate', 'death_date', 'date'],
  ['idType', 'id_type', 'text'],
  ['sealed', 'sealed', 'bytea'],
  ['idNumberIndex', 'id_number_index', 'bytea'],
  ['phoneIndex', 'phone_index', 'bytea'],
  ['livingSince', 'living_since', 'date'],
  ['ethnicity', 'ethnicity', 'text'],
  ['education', 'education', 'text'],
  ['maritalStatus', 'marital_status', 'text'],
  ['employment', 'employment', 'text'],
  ['importDigest', 'import_digest', 'bytea'],
  ['version', 'version', 'integer'],
];

/** The select list that yields `PersonRecord`. */
export const PERSON_SELECT = PERSON_COLUMNS.map(([field, column]) => `p.${column} as "${field}"`).join(', ');
