/** What people have typed and not yet saved, encrypted on this device for the user who typed it. */

const DATABASE = 'xinqiao-drafts';
const VERSION = 1;
const KEYS = 'keys';
const DRAFTS = 'drafts';
const CIPHER = 'AES-GCM';
const IV_BYTES = 12;
const DAY_MS = 86_400_000;

/** A draft older than this is gone: what was seen two weeks ago is not today's visit. */
export const DRAFT_DAYS = 14;

export interface Draft<T> {
  readonly value: T;
  readonly savedAt: Date;
}

interface StoredDraft {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  readonly savedAt: number;
}

/**
 * Drafts of all users of this device. Each user has a key of his own, made here and of no use outside this browser (it cannot
 * be exported); the name of a draft is bound into its cipher, so that none can be put in another's place.
 */
export class DraftStore {
  private database: Promise<IDBDatabase> | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  /** Keeps a value under a name (`follow-up:<case id>`), in place of what was there. Names hold no personal data. */
  async save(userId: string, name: string, value: unknown): Promise<void> {
    const key = await this.keyOf(userId);
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt({ name: CIPHER, iv, additionalData: boundTo(userId, name) }, key, plain);
    const stored: StoredDraft = { iv, data, savedAt: this.now() };
    await this.run(DRAFTS, 'readwrite', (store) => store.put(stored, [userId, name]));
  }

  /** The draft of a name; nothing when there is none, it is too old, or it cannot be read any more. */
  async read<T>(userId: string, name: string): Promise<Draft<T> | undefined> {
    const stored = await this.run<StoredDraft | undefined>(DRAFTS, 'readonly', (store) => store.get([userId, name]));
    if (stored === undefined) return undefined;
    if (this.isExpired(stored)) {
      await this.remove(userId, name);
      return undefined;
    }
    const key = await this.keyOf(userId);
    const cipher = { name: CIPHER, iv: stored.iv, additionalData: boundTo(userId, name) };
    const plain = await crypto.subtle.decrypt(cipher, key, stored.data).catch(() => undefined);
    if (plain === undefined) return undefined;
    return { value: JSON.parse(new TextDecoder().decode(plain)) as T, savedAt: new Date(stored.savedAt) };
  }

  async remove(userId: string, name: string): Promise<void> {
    await this.run(DRAFTS, 'readwrite', (store) => store.delete([userId, name]));
  }

  /** Names of a user's drafts that are not too old. */
  async names(userId: string): Promise<readonly string[]> {
    const keys = await this.run<IDBValidKey[]>(DRAFTS, 'readonly', (store) => store.getAllKeys(allOf(userId)));
    const drafts = await this.run<StoredDraft[]>(DRAFTS, 'readonly', (store) => store.getAll(allOf(userId)));
    return keys.filter((_, i) => !this.isExpired(drafts[i])).map((key) => (key as [string, string])[1]);
  }

  /** Removes what is too old, whosever it is. */
  async removeExpired(): Promise<void> {
    const keys = await this.run<IDBValidKey[]>(DRAFTS, 'readonly', (store) => store.getAllKeys());
    const drafts = await this.run<StoredDraft[]>(DRAFTS, 'readonly', (store) => store.getAll());
    for (const [i, key] of keys.entries()) {
      if (this.isExpired(drafts[i])) await this.run(DRAFTS, 'readwrite', (store) => store.delete(key));
    }
  }

  /** Removes all drafts of a user, and the key: what a copy of the disk may still hold is nobody's any more. */
  async forget(userId: string): Promise<void> {
    await this.run(DRAFTS, 'readwrite', (store) => store.delete(allOf(userId)));
    await this.run(KEYS, 'readwrite', (store) => store.delete(userId));
  }

  private isExpired(stored: StoredDraft | undefined): boolean {
    return stored === undefined || this.now() - stored.savedAt > DRAFT_DAYS * DAY_MS;
  }

  /** Two tabs may both make one; the first that is stored is the key of both. */
  private async keyOf(userId: string): Promise<CryptoKey> {
    const known = await this.run<CryptoKey | undefined>(KEYS, 'readonly', (store) => store.get(userId));
    if (known !== undefined) return known;
    const made = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, ['encrypt', 'decrypt']);
    await this.run(KEYS, 'readwrite', (store) => store.add(made, userId)).catch(() => undefined);
    const kept = await this.run<CryptoKey | undefined>(KEYS, 'readonly', (store) => store.get(userId));
    return kept ?? made;
  }

  private async run<T>(
    name: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest,
  ): Promise<T> {
    this.database ??= open();
    const transaction = (await this.database).transaction(name, mode);
    const request = work(transaction.objectStore(name));
    return new Promise<T>((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(transaction.error ?? new Error('the draft was not stored'));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEYS);
      request.result.createObjectStore(DRAFTS);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage on this device'));
  });
}

function boundTo(userId: string, name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${userId}\n${name}`);
}

/** All keys `[userId, …]`: an array sorts behind every text. */
function allOf(userId: string): IDBKeyRange {
  return IDBKeyRange.bound([userId], [userId, []]);
}
