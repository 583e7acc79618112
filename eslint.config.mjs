import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const exit = {
  selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
  message: 'Give the exit code back: only cli/main.ts sets process.exitCode.',
}

const markupMessage =
  'Text must not become markup: set textContent, or make SafeHtml and draw it with Html.astro.'

/** Every way to turn a string into markup or a program, in scripts and in templates. */
const markup = [
  ':matches(AssignmentExpression > .left, UpdateExpression)[property.name=/^(inner|outer)HTML$/]',
  ':matches(AssignmentExpression > .left)[property.value=/^(inner|outer)HTML$/]',
  'Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/]',
  'Property[key.value=/^(innerHTML|outerHTML|srcdoc|set:html)$/]',
  'MemberExpression[property.name=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|parseFromString|srcdoc)$/]',
  'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
  'JSXAttribute[name.name="srcdoc"]',
  'MemberExpression[property.value=/^(insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe|parseFromString)$/]',
  'CallExpression[callee.name=/^(eval|setTimeout|setInterval)$/] > :matches(Literal, TemplateLiteral).arguments:first-child',
  'CallExpression[callee.name="eval"]',
  'NewExpression[callee.name="Function"]',
  'JSXAttribute[name.namespace.name="define"]',
].map((selector) => ({ selector, message: markupMessage }))

/** A cast makes any string safe in the eyes of the type checker. */
const cast = {
  selector: "TSAsExpression > TSTypeReference[typeName.name='SafeHtml']",
  message: 'Make SafeHtml with `htmlOf`, `markup` or `slotHtml`.',
}

/** Arguments go on the stack, where the links or rows of a long page have no room. */
const spread = {
  selector:
    'CallExpression[callee.property.name=/^(push|unshift|splice|max|min)$/] > SpreadElement.arguments',
  message: 'A long list ends this with a RangeError: use plugins/large-arrays.ts.',
}

/** Modules of the package end in `.js`; its build rewrites `import.meta.resolve` only (`scripts/specifiers.ts`). */
const modulePath = {
  selector: 'NewExpression[callee.name="URL"] > Literal[value=/^[.]{1,2}\\/.*[.]ts$/]',
  message: 'The package has no such file: use `import.meta.resolve`.',
}

/** Few rules, each for a kind of bug; how code looks is prettier's business. */
export default defineConfig(
  { ignores: ['dist/', 'lib/', '.astro/', '.passerelle/', 'node_modules/', 'test/fixtures/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  { files: ['**/*.ts'], rules: { 'no-restricted-syntax': ['error', exit] } },
  { files: ['{src,plugins}/**/*.ts'], rules: { 'max-lines-per-function': ['error', 60] } },
  // Templates are checked by `astro check`, which knows their types.
  astro.configs['flat/recommended'],
  { files: ['**/*.astro'], rules: { 'astro/no-set-html-directive': 'error' } },
  {
    files: ['{src,plugins}/**/*.{ts,astro}'],
    rules: { 'no-restricted-syntax': ['error', exit, cast, spread, modulePath, ...markup] },
  },
  // Draw SafeHtml, and our own script.
  {
    files: ['src/components/html/Html.astro', 'src/components/theme-select/ThemeScript.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
  // Make SafeHtml: of sanitized trees, of escaped text, of what Astro drew.
  {
    files: [
      'plugins/image-marks.ts',
      'plugins/safe-html.ts',
      'plugins/docfx/index.ts',
      'src/components/markup.ts',
      'src/components/html/slot.ts',
      'src/components/bilingual-view/block-keys.ts',
      'src/render/fallback-pages.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', exit, spread, modulePath, ...markup] },
  },
)
