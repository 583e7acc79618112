import type { SiteConfig } from '#src/docsets/guides/config.ts'

export default {
  url: 'https://passerelle.example',
  base: '/',
  locales: ['en', 'fr-FR'],
  title: { en: 'Passerelle', 'fr-FR': 'Passerelle' },
  docsets: [
    { id: 'fasttrack', source: 'en', toc: [{ page: 'index', pages: ['assess'] }] },
    { id: 'live-edu', source: 'fr-FR', toc: [{ page: 'index', pages: ['request'] }] },
  ],
} satisfies SiteConfig
