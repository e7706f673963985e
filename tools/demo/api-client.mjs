/** Just enough of a client: signs in, and again when the token has run out. */
export class ApiClient {
  #base;
  #credentials;
  #token;

  /** @param {string} address of the gateway @param {{ username: string, password: string }} credentials */
  constructor(address, credentials) {
    this.#base = `${address}/api/v1`;
    this.#credentials = credentials;
  }

  async get(path) {
    return await this.#call(path, { method: 'GET' });
  }

  /** A form as multipart, anything else as JSON. */
  async post(path, body, headers = {}) {
    if (body instanceof globalThis.FormData) return await this.#call(path, { method: 'POST', body, headers });
    const json = { ...headers, 'content-type': 'application/json' };
    return await this.#call(path, { method: 'POST', body: JSON.stringify(body), headers: json });
  }

  async put(path, body) {
    const headers = { 'content-type': 'application/json' };
    return await this.#call(path, { method: 'PUT', body: JSON.stringify(body), headers });
  }

  /** Every item of a list, page by page. */
  async *list(path) {
    for (let cursor = ''; cursor !== null;) {
      const page = await this.get(`${path}?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      yield* page.items;
      cursor = page.nextCursor;
    }
  }

  async #call(path, options, retried = false) {
    this.#token ??= this.#signIn();
    const headers = { ...options.headers, authorization: `Bearer ${await this.#token}` };
    const answer = await fetch(this.#base + path, { ...options, headers });
    if (answer.status === 401 && !retried) {
      this.#token = undefined;
      return await this.#call(path, options, true);
    }
    if (!answer.ok) throw new Error(`${options.method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  }

  async #signIn() {
    const answer = await fetch(`${this.#base}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.#credentials),
    });
    if (!answer.ok) throw new Error(`Signing in as ${this.#credentials.username} answered ${answer.status}`);
    return (await answer.json()).accessToken;
  }
}
