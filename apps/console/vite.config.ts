import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run build` says where to; the folder is taken over only when it is whole. */
const OUTPUT = 'dist';

export default defineConfig({
  plugins: [react()],
  // The gateway puts the number used once of each answer in its place.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: { alias: { '#domain': fileURLToPath(new URL('../../libs/domain/src/index.ts', import.meta.url)) } },
  build: {
    outDir: OUTPUT,
    // Which file needs which: test/script-size.spec.ts adds up what a page loads.
    manifest: true,
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // Data addresses would need a wider policy for fonts and scripts; files cost nothing over HTTP keep-alive.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
