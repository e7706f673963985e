import { Inject, Injectable } from '@nestjs/common';
import { create, toJson, type JsonValue, type MessageInitShape } from '@bufbuild/protobuf';
import { PersonChangedSchema, PersonSchema, PersonsImportedSchema, type Person } from '#contracts';
import { ageBand, maskAddress, maskIdNumber, maskName, maskPhone, type PersonFacts } from '#domain';
import type { WriteTx } from '#persistence';
import { SERVICE_SETTINGS, type ServiceSettings } from '#tier';
import type { PersonRecord } from './person-record.js';
import { PersonVault } from './person-vault.js';

/** About 20 kB: far from what an event may hold, and enough that the event's own cost hardly counts. */
const RESIDENTS_AN_EVENT = 50;

/** Row → what readers and other services see. */
@Injectable()
export class PersonMapper {
  constructor(
    private readonly vault: PersonVault,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** Masked by the rules of service-system.md G.4; clear values leave only through a reveal. */
  masked(record: PersonRecord): Person {
    const { idNumber, phone, address } = this.vault.open(record);
    const { registeredOrg, livingSince, ethnicity, education, maritalStatus, employment, deathDate } = record;
    return create(PersonSchema, {
      id: record.id,
      name: maskName(record.name),
      sex: record.sex,
      ageBand: ageBand(record.birthDate, deathDate ?? this.settings.clock.today()),
      idType: record.idType,
      residenceOrg: record.residenceOrg,
      version: record.version,
      ...withoutNulls({
        idNumber: idNumber === null ? null : maskIdNumber(idNumber),
        phone: phone === null ? null : maskPhone(phone),
        address: address === null ? null : maskAddress(address),
        ...{ registeredOrg, livingSince, ethnicity, education, maritalStatus, employment, deathDate },
      }),
    });
  }

  maskedJson(record: PersonRecord): JsonValue {
    return toJson(PersonSchema, this.masked(record));
  }

  /** Tells the other services the whole new state, with the personal part sealed. */
  announce(tx: WriteTx, record: PersonRecord, facts: Pick<PersonFacts, 'idNumber' | 'phone'>): void {
    const told = { ...changed(record), sealedProfile: this.vault.sealProfile(record, facts) };
    tx.emit(PersonChangedSchema, told, { aggregateId: record.id, aggregateVersion: record.version });
  }

  /** The same for residents of one import, in the order of their rows. */
  announceImported(tx: WriteTx, importId: string, residents: readonly ImportedResident[]): void {
    for (let from = 0; from < residents.length; from += RESIDENTS_AN_EVENT) {
      const part = residents.slice(from, from + RESIDENTS_AN_EVENT);
      const key = { aggregateId: importId, aggregateVersion: part[0]?.file.row ?? 0 };
      const persons = part.map(({ record }) => changed(record));
      tx.emit(PersonsImportedSchema, { persons, sealedProfiles: this.vault.sealProfiles(part) }, key);
    }
  }
}

/** A stored resident with what other services may know (`PersonVault.profileOf`). */
interface ImportedResident {
  readonly record: PersonRecord;
  readonly profile: string;
  readonly file: { readonly row: number };
}

function changed(record: PersonRecord): MessageInitShape<typeof PersonChangedSchema> {
  return {
    personId: record.id,
    version: record.version,
    residenceOrg: record.residenceOrg,
    ...(record.registeredOrg === null ? {} : { registeredOrg: record.registeredOrg }),
  };
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

function withoutNulls<T extends Record<string, unknown>>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Present<T>;
}
