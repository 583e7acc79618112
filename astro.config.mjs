import { defineConfig } from 'astro/config'
import { passerelle } from '#src/index.ts'

export default defineConfig({ integrations: [passerelle()] })
