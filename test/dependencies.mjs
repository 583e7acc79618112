/**
 * Who may import whom (see the README): checked by dependency-cruiser.
 *
 * It does not read `.astro` files: their imports are the reviewer's.
 */
const from = (path) => ({ path })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'plugins-know-only-npm',
      comment: 'Markdown tree in, Markdown tree out: a plugin knows neither Astro nor the site.',
      severity: 'error',
      from: from('^plugins/'),
      to: { path: '^(src|content|test)/|^node_modules/astro/' },
    },
    {
      name: 'astro-stays-in-templates',
      comment: 'Everything else runs in Node by itself, and is tested so.',
      severity: 'error',
      from: {
        ...from(
          '^(plugins|src/(config|theming|i18n|docsets|permalinks|hosting|changes|offline|report|search|translation)|test)/',
        ),
        // Sites of other generators.
        pathNot: '^test/fixtures/',
      },
      to: { path: '^astro:|^virtual:', pathNot: '^astro/loaders$' },
    },
    {
      name: 'nothing-imports-the-command-line',
      severity: 'error',
      from: { pathNot: '^(src/(cli|integration)|test)/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'configuration-knows-no-one',
      comment: 'It is used by all, and is data.',
      severity: 'error',
      from: from('^src/config/'),
      to: { path: '^(src/(?!config/)|content/|test/)' },
    },
    {
      name: 'theming-knows-no-templates',
      severity: 'error',
      from: from('^src/theming/'),
      to: { path: '^src/(permalinks|report|translation|search|components|layouts|pages|render)/' },
    },
    {
      name: 'docsets-know-no-one-above',
      severity: 'error',
      from: from('^src/docsets/'),
      to: {
        path: '^src/(permalinks|report|translation|search|theming|components|layouts|pages)/',
      },
    },
    {
      name: 'permalinks-and-translation-know-docsets-only',
      severity: 'error',
      from: from('^src/(permalinks|translation)/'),
      to: { path: '^src/(report|search|components|layouts|pages|astro)/' },
    },
    {
      name: 'templates-go-downwards',
      severity: 'error',
      from: from('^src/components/'),
      to: { path: '^src/(layouts|pages)/' },
    },
    {
      name: 'only-the-edges-touch-the-disk',
      severity: 'error',
      from: from(
        '^(plugins|src/(config|theming|i18n|docsets|permalinks|hosting|changes|offline|report|search|translation|components))/',
      ),
      to: { dependencyTypes: ['core'], path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'unit-tests-need-no-browser-and-no-site',
      comment:
        'What opens a browser is in test/browser/, what builds a site or reads a whole docset in test/site/.',
      severity: 'error',
      from: { path: '^test/(?!browser/|site/).+[.]test[.]ts$' },
      to: {
        path: '^test/support/(browser|built-site|copied-site|kept|states-site|visitor)[.]ts$',
        reachable: true,
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
