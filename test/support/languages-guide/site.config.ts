export default {
  url: 'https://guides.example',
  base: '/',
  locales: ['en', 'ar', 'he', 'de', 'ja', 'zh-CN'],
  title: {
    en: 'Guides',
    ar: 'الأدلة',
    he: 'מדריכים',
    de: 'Anleitungen',
    ja: 'ガイド',
    'zh-CN': '指南',
  },
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
