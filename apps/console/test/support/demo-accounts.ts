import { DEMO_ACCOUNTS, DEMO_PASSWORD as PASSWORD } from '../../../../tools/start/demo-accounts.mjs';

/** User names of the accounts that `npm start` prints. */
export type DemoAccount = (typeof DEMO_ACCOUNTS)[number]['username'];

export const DEMO_PASSWORD: string = PASSWORD;
