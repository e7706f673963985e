/** Just enough of a client: signs in, and again when the token has run out. */
export declare class ApiClient {
  constructor(address: string, credentials: { readonly username: string; readonly password: string });
  get(path: string): Promise<unknown>;
  /** A form as multipart, anything else as JSON. */
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<unknown>;
}
