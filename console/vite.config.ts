import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const gateway = process.env.TOCSIN_GATEWAY ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  server: { proxy: { '/graphql': { target: gateway, ws: true } } },
});
