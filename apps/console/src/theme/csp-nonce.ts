/** The number used once that the gateway put into this page; of no effect on the development server. */
export const CSP_NONCE = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** Libraries make style elements without being able to say the number (scroll lock, measuring): every one gets it. */
export function nonceForStyles(): void {
  const page: { createElement: (name: string, options?: ElementCreationOptions) => HTMLElement } = document;
  const create = page.createElement.bind(document);
  page.createElement = (name, options) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = CSP_NONCE;
    return element;
  };
}
