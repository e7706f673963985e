import { Injectable } from '@nestjs/common';

/** What whoever started a demonstration wants its visitors to know. */
export interface Demo {
  /** Of all the accounts below. */
  readonly password: string;
  readonly accounts: readonly { readonly username: string; readonly displayName: string; readonly role: string }[];
}

/** Empty unless the starter of this process has loaded a demonstration and says so. */
@Injectable()
export class DemoNotice {
  private demo: Demo | undefined;

  show(demo: Demo): void {
    this.demo = demo;
  }

  get current(): Demo | undefined {
    return this.demo;
  }
}
