import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/admin/',
  plugins: [tailwindcss(), reactRouter()],
  build: {
    // The content security policy allows no data: fonts or pictures.
    assetsInlineLimit: 0,
    // light-dark() reaches the browser as written.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  },
})
