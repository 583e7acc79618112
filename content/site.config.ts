import { defineSite } from '#src/config/define-site.ts'

export default defineSite({
  url: 'https://passerelle.example',
  base: '/',
  locales: ['en', 'fr-FR'],
  title: { en: 'Passerelle', 'fr-FR': 'Passerelle' },
  theme: {
    logo: { light: './theme/logo-light.svg', dark: './theme/logo-dark.svg' },
    favicon: '/favicon.svg',
    hero: { light: './theme/bridge-light.svg', dark: './theme/bridge-dark.svg' },
  },
  docsets: [
    {
      id: 'fasttrack',
      source: 'en',
      phases: ['initiate', 'assess', 'remediate', 'enable', { id: 'migrate', optional: true }],
      alongside: ['adoption'],
      parties: ['customer', 'fasttrack'],
      services: [
        'core',
        'identity',
        'exchange-online',
        'sharepoint-onedrive',
        'onedrive',
        'threat-protection',
        'information-governance',
        'information-protection',
        'teams',
        'skype-for-business',
        'power-bi',
        'project-online',
        'project-plans',
        'yammer',
        'microsoft-365-apps',
        'outlook-mobile',
      ],
      tasks: [
        { id: 'eligible', to: 'index#is-it-for-you' },
        { id: 'help', to: 'ask-for-help' },
        { id: 'phases', to: 'index#the-five-phases' },
        { id: 'who', to: 'responsibilities' },
        { id: 'services', to: 'enable#start-the-services' },
        { id: 'migrate', to: 'migrate' },
        { id: 'checklist', to: 'checklist/customer' },
        { id: 'print', to: 'print' },
      ],
      toc: [
        {
          page: 'index',
          pages: [
            'ask-for-help',
            'initiate',
            'assess',
            'remediate',
            {
              page: 'enable',
              pages: [
                'exchange-online',
                'sharepoint-onedrive',
                'threat-protection',
                'information-governance',
                'information-protection',
                'teams',
                'skype-for-business',
                'power-bi',
                'project-online',
                'yammer',
                'microsoft-365-apps',
                'outlook-mobile',
              ],
            },
            'migrate',
            'responsibilities',
          ],
        },
      ],
    },
    {
      id: 'live-edu',
      source: 'fr-FR',
      phases: ['request', 'launch', 'licences', 'passwords'],
      parties: ['admin', 'support', 'users'],
      tasks: [
        { id: 'changes', to: 'index#ce-qui-change-pour-les-utilisateurs' },
        { id: 'request', to: 'request' },
        { id: 'launch', to: 'launch' },
        { id: 'licences', to: 'licences' },
        { id: 'passwords', to: 'passwords' },
        { id: 'checklist', to: 'checklist/admin' },
        { id: 'print', to: 'print' },
      ],
      toc: [
        {
          page: 'index',
          pages: ['request', 'launch', 'first-sign-in', 'licences', 'passwords'],
        },
      ],
    },
    { id: 'write', source: 'en', toc: ['index', 'translate'] },
  ],
  docfx: [
    {
      docset: 'fasttrack',
      responsibilities: {
        page: 'responsibilities',
        parties: {
          fasttrack: 'O365-fasttrack-responsibilities.md',
          customer: 'O365-your-responsibilities.md',
        },
      },
    },
  ],
})
