import { Injectable } from '@nestjs/common';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PersonProfileSchema } from '#contracts';
import { checkPhone, fromFifteenDigits, normaliseDocument, type PersonFacts } from '#domain';
import { BlindIndex, BusCipher, FieldCipher, type FieldPlace } from '#persistence';
import { soundsOf } from './pinyin.js';
import type { PersonRecord } from './person-record.js';

const NOTHING_KEPT = { deathDate: null, importDigest: null };
/** Sealed as one value: they are read together, and sealing costs by the piece. */
type SealedValues = [idNumber: string | null, phone: string | null, address: string | null];

/** The one place where personal values are sealed, opened and hashed. */
@Injectable()
export class PersonVault {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly blind: BlindIndex,
    private readonly bus: BusCipher,
  ) {}

  /** The row of checked facts; `kept` is what a change leaves as it was. */
  seal(
    facts: PersonFacts,
    id: string,
    version: number,
    kept: Pick<PersonRecord, 'deathDate' | 'importDigest'> = NOTHING_KEPT,
  ): PersonRecord {
    const { idNumber, phone, address } = facts;
    const { pinyin, initials } = soundsOf(facts.name);
    // Field by field: spreading costs more than sealing, and an import does it for every row.
    return {
      id,
      residenceOrg: facts.residenceOrg,
      registeredOrg: facts.registeredOrg,
      name: facts.name,
      pinyin,
      initials,
      sex: facts.sex,
      birthDate: facts.birthDate,
      deathDate: kept.deathDate,
      idType: facts.idType,
      sealed: this.cipher.seal(JSON.stringify([idNumber, phone, address]), placeOf(id)),
      idNumberIndex: idNumber === null ? null : this.documentKey(idNumber),
      phoneIndex: phone === null ? null : this.blind.of('phone', phone),
      livingSince: facts.livingSince,
      ethnicity: facts.ethnicity,
      education: facts.education,
      maritalStatus: facts.maritalStatus,
      employment: facts.employment,
      importDigest: kept.importDigest,
      version,
    };
  }

  /** The facts behind a row. */
  open(record: PersonRecord): PersonFacts {
    const { id, residenceOrg, registeredOrg, name, sex, birthDate, idType, livingSince } = record;
    const { ethnicity, education, maritalStatus, employment } = record;
    const [idNumber, phone, address] = JSON.parse(this.cipher.open(record.sealed, placeOf(id))) as SealedValues;
    return {
      ...{ residenceOrg, registeredOrg, name, sex, birthDate, idType, livingSince },
      ...{ ethnicity, education, maritalStatus, employment },
      ...{ idNumber, phone, address },
    };
  }

  /** What other services may know of a resident, sealed for the bus. */
  sealProfile(record: PersonRecord, facts: Pick<PersonFacts, 'idNumber' | 'phone'>): string {
    return this.bus.seal(this.profileOf(record, facts), record.id);
  }

  /** Of several, as one: sealing costs by the piece, and opening too. */
  sealProfiles(residents: readonly { readonly record: PersonRecord; readonly profile: string }[]): string {
    const profiles = `{"profiles":[${residents.map(({ profile }) => profile).join(',')}]}`;
    return this.bus.seal(profiles, residents.map(({ record }) => record.id).join(','));
  }

  /** In clear, as it stands inside a seal: the proto JSON of `PersonProfile`. */
  profileOf(record: PersonRecord, facts: Pick<PersonFacts, 'idNumber' | 'phone'>): string {
    const { name, sex, birthDate } = record;
    // What is undefined is not written.
    const profile: { [Field in keyof MessageInitShape<typeof PersonProfileSchema>]: string | undefined } = {
      name,
      sex,
      birthDate,
      deathDate: record.deathDate ?? undefined,
      idNumber: facts.idNumber ?? undefined,
      phone: facts.phone ?? undefined,
    };
    // The proto JSON of a message of texts is the JSON of its fields; the generic writer costs ten times as much.
    return JSON.stringify(profile);
  }

  /**
   * Search key of a document number, stored or typed. Old 15-digit numbers count as their 18-digit form, whatever document
   * they are said to be (service-system.md C.2).
   */
  documentKey(written: string): Buffer {
    const number = normaliseDocument(written);
    return this.blind.of('id-number', fromFifteenDigits(number) ?? number);
  }

  /** Search key of a telephone number as typed; null when it is none. */
  phoneKey(typed: string): Buffer | null {
    const phone = checkPhone(typed);
    return phone.ok ? this.blind.of('phone', phone.value.number) : null;
  }
}

function placeOf(rowId: string): FieldPlace {
  return { table: 'person', column: 'sealed', rowId };
}
