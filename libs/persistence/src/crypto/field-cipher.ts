import { Injectable } from '@nestjs/common';

/** Where a sealed value lives; a value moved elsewhere cannot be opened. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** Encrypts single columns: AES-256-GCM under a data key that is itself wrapped by the service's key file. */
@Injectable()
export class FieldCipher {
  seal(_plain: string, _place: FieldPlace): Buffer {
    throw new Error('not yet');
  }

  open(_sealed: Buffer, _place: FieldPlace): string {
    throw new Error('not yet');
  }
}
