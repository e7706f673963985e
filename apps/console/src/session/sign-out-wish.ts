const KEY = 'xinqiao.sign-out';

/**
 * Somebody wants to be signed out and the server does not know it yet. The cookies of the session are still there then, and
 * only the server can take them away; a page that is loaded anew has to know. It says nothing of who it was.
 */
class SignOutWish {
  /** For where storage is switched off. */
  private here = false;

  get isOpen(): boolean {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return this.here;
    }
  }

  open(): void {
    this.here = true;
    try {
      localStorage.setItem(KEY, '1');
    } catch {
      // as above
    }
  }

  fulfil(): void {
    this.here = false;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // as above
    }
  }
}

export const signOutWish = new SignOutWish();
