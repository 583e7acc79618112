export default {
  url: 'https://guides.example',
  base: '/',
  locales: ['en', 'ar', 'he', 'de', 'ja'],
  title: { en: 'Guides', ar: 'الأدلة', he: 'מדריכים', de: 'Anleitungen', ja: 'ガイド' },
  docsets: [
    {
      id: 'move',
      source: 'en',
      phases: ['plan', { id: 'switch', optional: true }],
      alongside: ['tell'],
      parties: ['customer', 'support'],
      toc: [{ page: 'index', pages: ['plan', 'switch', 'after'] }],
    },
  ],
}
