export declare const DEMO_PASSWORD: string;
export declare const DEMO_ACCOUNTS: readonly {
  readonly username:
    | 'district'
    | 'health'
    | 'street'
    | 'community'
    | 'psychiatrist'
    | 'counsellor'
    | 'supervisor'
    | 'department'
    | 'operator'
    | 'sysadmin'
    | 'security'
    | 'auditor';
}[];
