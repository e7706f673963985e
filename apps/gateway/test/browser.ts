import type { Answer, GatewayFixture, RequestOptions } from './gateway-fixture.js';

/** One cookie as it was set. */
export interface KeptCookie {
  readonly value: string;
  readonly attributes: readonly string[];
}

/** Keeps cookies as a browser does and sends them where their paths say; a page of ours in it knows the CSRF token. */
export class Browser {
  readonly cookies = new Map<string, KeptCookie>();

  constructor(private readonly gateway: GatewayFixture) {}

  async signIn(username: string, password: string, otp?: string): Promise<Answer> {
    const body = { username, password, session: 'cookie', ...(otp === undefined ? {} : { otp }) };
    return this.ask('POST', '/api/v1/auth/login', { body });
  }

  /** As our page asks. */
  write(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const csrf = this.cookies.get('xinqiao_csrf')?.value ?? '';
    return this.ask(method, path, { ...options, headers: { 'x-csrf-token': csrf, ...options.headers } });
  }

  /** With the cookies only, as a page of somebody else's would make it ask. */
  async ask(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const cookie = [...this.cookies]
      .filter(([, { attributes }]) => path.startsWith(pathOf(attributes)))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...options.headers };
    const answer = await this.gateway.ask(method, path, { ...options, headers });
    this.keep(answer.headers.getSetCookie());
    return answer;
  }

  /** Another tab: what it sees now, whatever comes later. */
  copy(): Browser {
    const other = new Browser(this.gateway);
    for (const [name, kept] of this.cookies) other.cookies.set(name, kept);
    return other;
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair, ...attributes] = line.split('; ');
      const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)];
      if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
      else this.cookies.set(name, { value, attributes });
    }
  }
}

function pathOf(attributes: readonly string[]): string {
  return attributes.find((attribute) => attribute.startsWith('Path='))?.slice('Path='.length) ?? '/';
}
